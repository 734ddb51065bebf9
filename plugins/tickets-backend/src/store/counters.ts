import type { Knex } from 'knex';

interface CounterRow {
  scope: string;
  value: number | string;
}

/**
 * Takes the next count. The row stays locked until the transaction ends, so
 * that no count is given twice, and none is lost when it is rolled back.
 */
export async function nextCount(knex: Knex, scope: string): Promise<number> {
  const [row] = await knex<CounterRow>('ticket_counters')
    .insert({ scope, value: 1 }, ['value'])
    .onConflict('scope')
    .merge({ value: knex.raw('?? + 1', ['ticket_counters.value']) });
  return Number(row.value);
}
