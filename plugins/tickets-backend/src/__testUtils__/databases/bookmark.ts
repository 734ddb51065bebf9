import type { Knex } from 'knex';
import { isPostgres } from '../../store/sql/dialect';

/**
 * Remembers what is in a database of tests, to put it back after each test that
 * changes it: much quicker than to file the same tickets again. A database has
 * one bookmark.
 *
 * @returns puts everything back; ids that were given out are not given out again
 */
export async function bookmark(knex: Knex): Promise<() => Promise<void>> {
  const postgres = isPostgres(knex);
  const tables = await tablesOf(knex);
  await knex.raw(
    postgres ? 'create schema bookmark' : "attach ':memory:' as bookmark",
  );
  for (const table of tables) {
    await knex.raw('create table ?? as select * from ??', [
      `bookmark.${table}`,
      table,
    ]);
  }
  const statements = [
    // the rows refer to each other; all of them come back
    postgres
      ? "set local session_replication_role = 'replica'"
      : 'pragma defer_foreign_keys = on',
    ...tables.map(table => `delete from "${table}"`),
    ...tables.map(
      table =>
        `insert into "${table}" ${postgres ? 'overriding system value ' : ''}select * from bookmark."${table}"`,
    ),
  ];
  return () =>
    knex.transaction(async tx => {
      for (const statement of postgres ? [statements.join('; ')] : statements) {
        await tx.raw(statement);
      }
    });
}

/** The tables of the desk. SQLite keeps those of its full-text index by itself. */
async function tablesOf(knex: Knex): Promise<string[]> {
  const rows = isPostgres(knex)
    ? await knex('pg_tables')
        .where('schemaname', 'public')
        .select({ name: 'tablename' })
    : await knex('sqlite_master')
        .where('type', 'table')
        .whereNot('name', 'like', 'sqlite_%')
        .whereNot('name', 'like', '%_fts%')
        .select('name');
  return rows
    .map(({ name }) => name)
    .filter((name: string) => !name.startsWith('knex_'));
}
