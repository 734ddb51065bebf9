import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** Rows for one table. */
export interface NewRows {
  readonly table: string;
  readonly rows: readonly object[];
}

/** Rows that one statement inserts on SQLite, which takes no more than 500. */
const MOST_AT_ONCE = 200;

/**
 * Inserts rows into several tables: in one statement on PostgreSQL, where each
 * is a message to another process. There they may refer to each other; else in
 * the order in which they are given.
 */
export async function insertRows(
  knex: Knex,
  parts: readonly NewRows[],
): Promise<void> {
  const [first, ...others] = filled(parts);
  if (!first) {
    return;
  }
  if (isPostgres(knex)) {
    const inserting = knex(first.table).insert(first.rows);
    await alongside(knex, inserting, others);
    return;
  }
  for (const { table, rows } of [first, ...others]) {
    for (let from = 0; from < rows.length; from += MOST_AT_ONCE) {
      await knex(table).insert(rows.slice(from, from + MOST_AT_ONCE));
    }
  }
}

/** Lets a statement on PostgreSQL insert other rows as well. */
export function alongside<Query extends Knex.QueryBuilder>(
  knex: Knex,
  query: Query,
  parts: readonly NewRows[],
): Query {
  filled(parts).forEach(({ table, rows }) =>
    query.with(`into_${table}`, knex(table).insert(rows)),
  );
  return query;
}

function filled(parts: readonly NewRows[]): readonly NewRows[] {
  return parts.filter(({ rows }) => rows.length > 0);
}
