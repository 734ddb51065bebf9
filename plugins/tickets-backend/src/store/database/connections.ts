import { isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres } from '../dialect';
import { cleanDatabaseError } from './databaseErrors';

/**
 * How long SQLite waits for a lock by itself, in milliseconds. It does so
 * within the event loop, where nobody else is served meanwhile.
 */
const BUSY_TIMEOUT = 5;

/** A connection of the driver that Backstage uses for SQLite. */
interface SqliteConnection {
  readonly inTransaction: boolean;
  pragma(text: string): unknown;
  exec(statements: string): unknown;
}

/** Lets no error of the database repeat a statement or a value. */
export function keepErrorsClean(knex: Knex): void {
  knex.on('query-error', (error: unknown) => {
    if (isError(error)) {
      cleanDatabaseError(error);
    }
  });
}

/**
 * Sets up connections to SQLite, those that there are and those to come. They
 * wait for locks no longer than nobody notices, since whoever waits longer does
 * so outside of the event loop.
 */
export async function setUpConnections(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    return;
  }
  const { pool } = knex.client;
  pool.on('createSuccess', (_id: number, connection: SqliteConnection) => {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  });
  // knex gives a connection back whose commit found the database locked, and
  // the transaction would still be open for whoever gets the connection next
  pool.on('release', (connection: SqliteConnection) => {
    if (connection.inTransaction) {
      connection.exec('rollback');
    }
  });
  await knex.raw(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
}

/** How many connections to the database there are at most. */
export function connectionsOf(knex: Knex): number {
  return knex.client.pool.max;
}
