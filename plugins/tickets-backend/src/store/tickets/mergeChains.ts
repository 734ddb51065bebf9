import type { Knex } from 'knex';
import type { Narrow } from '../sql/sql';

/**
 * Makes a query of one over `chains`, with a row for each of some tickets:
 * `start` is its id, and `id` that of the ticket that it is part of now, over
 * however many merges; its own where it was not merged.
 *
 * @param starts - which tickets; at least one condition, each with an index of
 *   its own
 */
export function fromMergeChains(
  query: Knex.QueryBuilder,
  [first, ...others]: readonly [Narrow, ...Narrow[]],
): void {
  const begin = (narrow: Narrow) => (step: Knex.QueryBuilder) => {
    step.from('tickets').select('tickets.id', 'tickets.id', 'merged_into');
    narrow(step);
  };
  const chains: Knex.QueryBuilder = query.client.queryBuilder();
  chains
    .withRecursive('steps', ['start', 'id', 'into'], steps => {
      begin(first)(steps);
      others.forEach(other => steps.union(begin(other)));
      // a union ends where merges lead back to where they began
      steps.union(next => {
        next
          .from('steps')
          .join('tickets', 'tickets.id', 'steps.into')
          .select('steps.start', 'tickets.id', 'tickets.merged_into');
      });
    })
    .from('steps')
    .select('steps.start', 'steps.id')
    .whereNull('steps.into');
  query.from(chains.as('chains'));
}
