import type { Knex } from 'knex';

export async function claimImport(
  knex: Knex,
  id: string,
  at: Date,
): Promise<boolean> {
  const rows = await knex('ticket_imports')
    .insert({ id, done_at: at }, ['id'])
    .onConflict('id')
    .ignore();
  return rows.length > 0;
}

export async function isImported(knex: Knex, id: string): Promise<boolean> {
  const row = await knex('ticket_imports').where({ id }).first('id');
  return row !== undefined;
}
