import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../TicketConditions';
import { whereInside, whereVisible } from '../visibility';
import { whereMeant } from './conditions';

/** A query over the tickets that match and that may be seen within a scope. */
export function matching(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
): Knex.QueryBuilder {
  const query = knex.from('tickets');
  whereMeant(query, scope, where);
  if (where.insideOnly) {
    whereInside(query, scope);
  } else {
    whereVisible(query, scope);
  }
  return query;
}
