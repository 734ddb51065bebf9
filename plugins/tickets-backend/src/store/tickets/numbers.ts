import { foldText, sortKeyOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { SoughtNumber } from '../../domain/ticketNumbers';
import { fromMergeChains } from './mergeChains';
import { type Narrow, type Sql, sql, whereHolds } from '../sql/sql';

/**
 * That a ticket has this number, whatever the case of its letters, and whether
 * it has leading zeros. Those without a sort key yet are found with the same
 * zeros alone.
 */
export function hasNumber(typed: string): Sql {
  const [key, lower] = [sortKeyOf(typed), foldText(typed)];
  // the first condition is the one that has an index
  return sql`coalesce(tickets.number_sort, lower(tickets.number)) in ${[key, lower]}
    and (tickets.number_sort = ${key}
      or (tickets.number_sort is null and lower(tickets.number) = ${lower}))`;
}

/**
 * Makes a query of one for the ids of the tickets that a number means, visible or
 * not, with a branch for each index. A count alone can mean one of each
 * mask and each year. The number of a ticket that was merged means the one that
 * it is part of now.
 */
export function selectIdsOfNumber(
  query: Knex.QueryBuilder,
  { typed, count }: SoughtNumber,
): void {
  const spelled: Narrow = start => whereHolds(start, hasNumber(typed));
  const counted: Narrow = start => start.where('tickets.number_count', count);
  fromMergeChains(query, count === undefined ? [spelled] : [spelled, counted]);
  query.select('chains.id');
}
