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
  const some = matching(knex, scope, where)
    .select('tickets.id')
    .limit(cap)
    .as('some');
  const row = await knex.from(some).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

/** How many tickets are in each status. */
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
