import type { Knex } from 'knex';

interface Query {
  readonly sql: string;
  /** Only in transactions. */
  readonly __knexTxId?: string;
}

/** The statements that some work sends to a database. */
export async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<{ inTransaction: string[]; outside: string[] }> {
  const queries: Query[] = [];
  const note = (query: Query) => queries.push(query);
  knex.on('query', note);
  try {
    await work();
  } finally {
    knex.removeListener('query', note);
  }
  const inTransaction = queries
    .filter(({ __knexTxId: id }) => id !== undefined)
    .map(({ sql }) => sql);
  return {
    inTransaction: inTransaction.filter(sql => !/^(begin|commit)\b/i.test(sql)),
    outside: queries
      .filter(({ __knexTxId: id }) => id === undefined)
      .map(({ sql }) => sql),
  };
}
