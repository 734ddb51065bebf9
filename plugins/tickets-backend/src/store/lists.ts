import type { Knex } from 'knex';
import type { Scope } from '../domain/access/access';
import type {
  SortKey,
  StoredTicket,
  TicketConditions,
  TicketListRequest,
} from './TicketStore';
import { type TicketRow, withAssets } from './tickets';
import { whereInside, whereVisible } from './visibility';

const columnOf: Readonly<Record<SortKey, string>> = {
  createdAt: 'tickets.created_at',
  updatedAt: 'tickets.updated_at',
};

export async function listTickets(
  knex: Knex,
  scope: Scope,
  request: TicketListRequest,
): Promise<StoredTicket[]> {
  const column = columnOf[request.sort];
  const query = matching(knex, scope, request.where)
    .select('tickets.*')
    .orderBy([
      { column, order: request.order },
      { column: 'tickets.id', order: request.order },
    ])
    .limit(request.limit);
  if (request.after) {
    const beyond = request.order === 'asc' ? '>' : '<';
    query.whereRaw(`(${column}, tickets.id) ${beyond} (?, ?)`, [
      request.after.at,
      request.after.id,
    ]);
  }
  const rows: TicketRow[] = await query;
  return withAssets(knex, rows);
}

export async function countTickets(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  cap: number,
): Promise<number> {
  const some = matching(knex, scope, where)
    .select('tickets.id')
    .limit(cap)
    .as('some');
  const row = await knex.from(some).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

export async function countByStatus(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
): Promise<Map<string, number>> {
  const rows: { status: string; count: number | string }[] = await matching(
    knex,
    scope,
    where,
  )
    .groupBy('tickets.status')
    .select('tickets.status')
    .count({ count: '*' });
  return new Map(rows.map(row => [row.status, Number(row.count)]));
}

/** A query over the tickets that match and that may be seen within a scope. */
export function matching(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
): Knex.QueryBuilder {
  const query = knex.from('tickets');
  whereVisible(query, scope);
  if (where.insideOnly) {
    whereInside(query, scope);
  }
  query.whereNull('tickets.merged_into');
  if (where.state === 'archived') {
    query.whereNotNull('tickets.archived_at');
  } else if (!where.archivedToo) {
    query.whereNull('tickets.archived_at');
  }
  if (where.state === 'open') {
    query.whereNull('tickets.ended_at');
  } else if (where.state === 'closed') {
    query.whereNotNull('tickets.ended_at');
  }
  whereAnyOf(query, 'tickets.status', where.inStatus);
  if (where.notInStatus) {
    query.whereNotIn('tickets.status', where.notInStatus);
  }
  whereAnyOf(query, 'tickets.category', where.category);
  whereAnyOf(query, 'tickets.priority', where.priority);
  whereAnyOrNone(query, 'tickets.team', where.team);
  whereAnyOrNone(query, 'tickets.assignee', where.assignee);
  const { requester, asset } = where;
  if (requester) {
    query.where(side =>
      side
        .whereIn('tickets.requester', requester)
        .orWhereIn('tickets.created_by', requester),
    );
  }
  if (asset) {
    query.whereExists(assets =>
      assets
        .from('ticket_assets')
        .whereRaw('ticket_assets.ticket_id = tickets.id')
        .whereIn('ticket_assets.entity_ref', asset),
    );
  }
  return query;
}

function whereAnyOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (values) {
    query.whereIn(column, values);
  }
}

/** Like {@link whereAnyOf}, where `none` stands for an empty column. */
function whereAnyOrNone(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (values) {
    query.where(any => {
      any.whereIn(
        column,
        values.filter(value => value !== 'none'),
      );
      if (values.includes('none')) {
        any.orWhereNull(column);
      }
    });
  }
}
