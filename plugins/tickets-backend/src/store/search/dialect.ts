import type { Knex } from 'knex';

/** Whether the database is PostgreSQL; else it is SQLite. */
export function onPostgres(knex: Knex | Knex.QueryBuilder): boolean {
  return knex.client.config.client === 'pg';
}
