import type { Knex } from 'knex';

/**
 * Does the work in a transaction. When it fails, its own error is thrown: knex
 * throws that of the rollback instead, which fails when the database itself has
 * ended the transaction or the connection.
 */
export async function inTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  const failures: unknown[] = [];
  try {
    return await knex.transaction(async tx => {
      try {
        return await work(tx);
      } catch (error) {
        failures.push(error);
        throw error;
      }
    });
  } catch (error) {
    throw failures.length > 0 ? failures[0] : error;
  }
}
