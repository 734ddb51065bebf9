import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../TicketConditions';
import { whereMeant } from './conditions';
import { type Part, partsOf, whereSeen } from './parts';
import type { Narrow } from '../visibility';

/** A query over the tickets that match and that may be seen within a scope. */
export function matching(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
): Knex.QueryBuilder {
  const query = knex.from('tickets');
  whereMeant(query, scope, where);
  whereSeen(query, scope, where);
  return query;
}

/**
 * The ids of some of the tickets that match and that may be seen.
 *
 * @param choose - what it takes of each part, as by a limit
 */
export function someIds(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  choose: Narrow,
): Knex.QueryBuilder {
  const parts = chosenParts(knex, scope, where, choose).map(part =>
    part.select('tickets.id'),
  );
  return parts.length === 1 ? parts[0] : unionOf(knex, parts);
}

/**
 * A query over some of the tickets that match and that may be seen.
 *
 * @param choose - what it takes of them
 * @param order - in which the parts are cut, and put together
 */
export function someTickets(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  choose: Narrow,
  order: (query: Knex.QueryBuilder, part?: Part) => void,
): Knex.QueryBuilder {
  const parts = chosenParts(knex, scope, where, (query, part) => {
    choose(query);
    order(query, part);
  });
  if (parts.length === 1) {
    return parts[0];
  }
  const ids = unionOf(
    knex,
    parts.map(part => part.select('tickets.id')),
  );
  const query = knex.from('tickets').whereIn('tickets.id', ids);
  order(query);
  return query;
}

function chosenParts(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  choose: (query: Knex.QueryBuilder, part: Part) => void,
): Knex.QueryBuilder[] {
  return partsOf(scope, where).map(part => {
    const query = knex.from('tickets');
    whereMeant(query, scope, part.where);
    part.narrow(query);
    choose(query, part);
    return query;
  });
}

function unionOf(
  knex: Knex,
  parts: readonly Knex.QueryBuilder[],
): Knex.QueryBuilder {
  return knex.union(
    parts.map((part, index) =>
      knex.select('id').from(part.as(`part_${index}`)),
    ),
  );
}
