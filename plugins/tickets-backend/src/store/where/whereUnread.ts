import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import { isInsider } from '../access/visibility';
import { type Sql, sql, whereHolds } from '../sql/sql';

/** As `isUnread` of the domain, in SQL. */
export function whereUnread(
  query: Knex.QueryBuilder,
  scope: Scope,
  unread: boolean | undefined,
): void {
  if (unread !== undefined) {
    const isUnread = unreadBy(scope);
    whereHolds(query, unread ? isUnread : sql`not ${isUnread}`);
  }
}

function unreadBy(scope: Scope): Sql {
  const forAgents = unreadAs(
    scope.person.ref,
    sql`(case when tickets.traced_version = tickets.version
      then tickets.changed_by else tickets.updated_by end)`,
    sql`ticket_reads.version >= tickets.version`,
  );
  const forOthers = unreadAs(
    scope.person.ref,
    sql`tickets.updated_by`,
    sql`ticket_reads.version - ticket_reads.internal_changes
      >= tickets.version - tickets.internal_changes`,
  );
  return scope.admin
    ? forAgents
    : sql`(case when ${isInsider(scope)} then ${forAgents} else ${forOthers} end)`;
}

/** What one changed oneself, one has read. */
function unreadAs(ref: string, changedBy: Sql, isSeen: Sql): Sql {
  return sql`(${changedBy} <> ${ref} and not exists (
    select * from ticket_reads
    where ticket_reads.ticket_id = tickets.id
      and ticket_reads.person = ${ref} and ${isSeen}
  ))`;
}
