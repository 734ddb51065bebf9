import type { Knex } from 'knex';

/** The number of the newest text; 0 where there is none. */
export async function newestText(knex: Knex): Promise<number> {
  const row = await knex('ticket_texts').max({ seq: 'seq' }).first();
  return Number(row?.seq ?? 0);
}
