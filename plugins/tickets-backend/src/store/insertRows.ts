import type { Knex } from 'knex';

/** Rows for one table. */
export interface NewRows {
  readonly table: string;
  readonly rows: readonly object[];
}

/**
 * Inserts rows into several tables that do not refer to each other: in one
 * statement on PostgreSQL, where each is a message to another process.
 */
export async function insertRows(
  knex: Knex,
  parts: readonly NewRows[],
): Promise<void> {
  const [first, ...others] = parts.filter(({ rows }) => rows.length > 0);
  if (!first) {
    return;
  }
  const inserting = knex(first.table).insert(first.rows);
  if (knex.client.config.client === 'pg') {
    others.forEach(({ table, rows }) =>
      inserting.with(`into_${table}`, knex(table).insert(rows)),
    );
    await inserting;
    return;
  }
  await inserting;
  for (const { table, rows } of others) {
    await knex(table).insert(rows);
  }
}
