import type { Knex } from 'knex';

/** Whether the database is PostgreSQL; else it is SQLite. */
export function isPostgres(knex: Knex | Knex.QueryBuilder): boolean {
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
  if (isPostgres(query)) {
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

/**
 * Milliseconds from one instant to another, as an integer. SQLite keeps
 * instants as such.
 */
export function milliseconds(knex: Knex, from: string, to: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('(extract(epoch from (?? - ??)) * 1000)::bigint', [to, from])
    : knex.raw('?? - ??', [to, from]);
}
