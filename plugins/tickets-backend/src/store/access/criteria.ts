import type {
  StatusType,
  TicketCriteria,
  TicketCriterion,
} from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Statuses } from '../../domain/statuses';
import { type Sql, sql, whereHolds } from '../sql/sql';

/**
 * Narrows a query over `tickets` to what meets the criteria: the same decision
 * as `matchesCriteria`, in SQL. No part of it is ever null, since the negation
 * of null is null as well.
 */
export function whereMeets(
  query: Knex.QueryBuilder,
  criteria: TicketCriteria,
  statuses: Statuses,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.where(one => whereMeets(one, part, statuses));
    }
  } else if ('anyOf' in criteria) {
    query.where(any => {
      any.whereRaw('1 = 0');
      for (const part of criteria.anyOf) {
        any.orWhere(one => whereMeets(one, part, statuses));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(none => whereMeets(none, criteria.not, statuses));
  } else {
    whereMeetsOne(query, criteria, statuses);
  }
}

function whereMeetsOne(
  query: Knex.QueryBuilder,
  criterion: TicketCriterion,
  statuses: Statuses,
): void {
  switch (criterion.type) {
    case 'is-requester':
      query.whereIn('tickets.requester', criterion.claims);
      break;
    case 'is-participant':
      query.where(part => {
        part
          .whereIn('tickets.requester', criterion.claims)
          .orWhereIn('tickets.created_by', criterion.claims)
          .orWhere(assignee =>
            whereIsOneOf(assignee, 'tickets.assignee', criterion.claims),
          )
          .orWhere(added =>
            whereHolds(added, isAdded(['to', 'cc'], criterion.claims)),
          );
      });
      break;
    case 'owns-asset':
      whereHolds(query, ownsAsset(criterion.claims));
      break;
    case 'is-in-team':
      whereIsOneOf(query, 'tickets.team', criterion.claims);
      break;
    case 'has-category':
      whereIsOneOf(query, 'tickets.category', criterion.categories);
      break;
    case 'has-status-type':
      whereHasStatusType(query, criterion.statusTypes, statuses);
      break;
    case 'has-visibility':
      query.whereIn('tickets.visibility', criterion.visibilities);
      break;
    default:
      criterion satisfies never;
      // a rule without types can bring what is none of these
      throw new Error(`There is no criterion ${JSON.stringify(criterion)}`);
  }
}

/** That one of these was added to the ticket in one of the roles. */
export function isAdded(
  roles: readonly ('to' | 'cc')[],
  refs: readonly string[],
): Sql {
  return sql`exists (
    select * from ticket_people
    where ticket_people.ticket_id = tickets.id
      and ticket_people.role in ${roles} and ticket_people.ref in ${refs}
  )`;
}

/** That one of these owns an asset of the ticket. */
export function ownsAsset(refs: readonly string[]): Sql {
  return sql`exists (
    select * from ticket_assets
    where ticket_assets.ticket_id = tickets.id
      and ticket_assets.owner in ${refs}
  )`;
}

/** An empty column is none of them. */
function whereIsOneOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  query.whereNotNull(column).whereIn(column, values);
}

/** A status that is no longer configured counts as open. */
function whereHasStatusType(
  query: Knex.QueryBuilder,
  types: readonly StatusType[],
  statuses: Statuses,
): void {
  const idsWhere = (wanted: (type: StatusType) => boolean) =>
    statuses.all.filter(({ type }) => wanted(type)).map(({ id }) => id);
  if (types.includes('open')) {
    const others = idsWhere(type => !types.includes(type));
    query.whereNotIn('tickets.status', others);
  } else {
    query.whereIn(
      'tickets.status',
      idsWhere(type => types.includes(type)),
    );
  }
}
