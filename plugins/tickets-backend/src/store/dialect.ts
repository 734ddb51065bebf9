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

/**
 * Narrows a query to what has one of these ids, which are one value for the
 * database: it has one plan for any number of them.
 */
export function whereOneOfIds(
  query: Knex.QueryBuilder,
  column: string,
  ids: readonly string[],
): void {
  if (query.client.config.client === 'pg') {
    query.whereRaw(`${column} = any(?)`, [[...ids]]);
  } else {
    query.whereRaw(`${column} in (select value from json_each(?))`, [
      JSON.stringify(ids),
    ]);
  }
}

/** Compares text by its bytes, as SQLite does. */
export function binary(knex: Knex, column: string): string {
  return isPostgres(knex) ? `${column} collate "C"` : column;
}
