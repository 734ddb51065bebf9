import type { Knex } from 'knex';

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * The same value to sort by, for which there is no index: so the database finds
 * tickets by what they have to match, and sorts those few.
 */
export function unindexed(
  knex: Knex,
  key: { readonly sql: string; readonly instant?: boolean },
): string {
  if (!isPostgres(knex)) {
    return `+${key.sql}`;
  }
  return key.instant ? `${key.sql} + interval '0'` : `${key.sql} || ''`;
}

/** Compares text by its bytes, as SQLite does. */
export function binary(knex: Knex, column: string): string {
  return isPostgres(knex) ? `${column} collate "C"` : column;
}
