import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../TicketConditions';
import { matching } from './matching';

/** Counts up to `cap` tickets. */
export async function countTickets(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  cap: number,
): Promise<number> {
  const [count] = await countEach(knex, scope, [where], cap);
  return count;
}

/** Counts up to `cap` tickets for each of these conditions, in one statement. */
export async function countEach(
  knex: Knex,
  scope: Scope,
  wheres: readonly TicketConditions[],
  cap: number,
): Promise<number[]> {
  const row = await knex.first<Record<string, number | string>>(
    ...wheres.map((where, index) =>
      counting(knex, scope, where, cap).as(`count_${index}`),
    ),
  );
  return wheres.map((_, index) => Number(row[`count_${index}`]));
}

function counting(
  knex: Knex,
  scope: Scope,
  where: TicketConditions,
  cap: number,
): Knex.QueryBuilder {
  const some = matching(knex, scope, where)
    .select(knex.raw('1'))
    .limit(cap)
    .as('some');
  return knex.from(some).count('*');
}
