import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from './TicketConditions';
import { whereMatchesFilter } from './whereMatchesFilter';
import { type UnionBranch, branchesOf, whereVisible } from './branches';
import type { Narrow } from '../sql/sql';

/** A query over the tickets that match and that may be seen within a scope. */
export function matchingTickets(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
): Knex.QueryBuilder {
  const query = knex.from('tickets');
  whereMatchesFilter(query, scope, where);
  whereVisible(query, scope, where);
  return query;
}

/**
 * The ids of some of the tickets that match and that may be seen.
 *
 * @param choose - what it takes of each part, as by a limit
 */
export function idsFromBranches(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  choose: Narrow,
): Knex.QueryBuilder {
  const branches = branchQueries(knex, scope, where, choose).map(branch =>
    branch.select('tickets.id'),
  );
  return branches.length === 1 ? branches[0] : unionOf(knex, branches);
}

/**
 * A query over some of the tickets that match and that may be seen.
 *
 * @param choose - what it takes of them
 * @param order - in which the parts are cut, and put together
 */
export function ticketsFromBranches(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  choose: Narrow,
  order: (query: Knex.QueryBuilder, branch?: UnionBranch) => void,
): Knex.QueryBuilder {
  const branches = branchQueries(knex, scope, where, (query, branch) => {
    choose(query);
    order(query, branch);
  });
  if (branches.length === 1) {
    return branches[0];
  }
  const ids = unionOf(
    knex,
    branches.map(branch => branch.select('tickets.id')),
  );
  const query = knex.from('tickets').whereIn('tickets.id', ids);
  order(query);
  return query;
}

function branchQueries(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  choose: (query: Knex.QueryBuilder, branch: UnionBranch) => void,
): Knex.QueryBuilder[] {
  return branchesOf(scope, where).map(branch => {
    const query = knex.from('tickets');
    whereMatchesFilter(query, scope, branch.where);
    branch.narrow(query);
    choose(query, branch);
    return query;
  });
}

function unionOf(
  knex: Knex,
  branches: readonly Knex.QueryBuilder[],
): Knex.QueryBuilder {
  return knex.union(
    branches.map((branch, index) =>
      knex.select('id').from(branch.as(`part_${index}`)),
    ),
  );
}
