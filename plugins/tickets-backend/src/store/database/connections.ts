import { isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { cleanDatabaseError, passesSoon } from './databaseErrors';

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

/**
 * Every commit reaches the disk, as without a write-ahead log. The driver takes
 * less than that for each connection that finds the log in place.
 */
const SYNCHRONOUS = 'full';

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
 * so outside of the event loop. What is in a file gets a write-ahead log, so
 * that nobody who reads holds up somebody who writes, or waits for them.
 */
export async function setUpConnections(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    return;
  }
  const { pool } = knex.client;
  pool.on('createSuccess', (_id: number, connection: SqliteConnection) => {
    setUp(connection);
  });
  // knex gives a connection back whose commit found the database locked, and
  // the transaction would still be open for whoever gets the connection next
  pool.on('release', (connection: SqliteConnection) => {
    if (connection.inTransaction) {
      connection.exec('rollback');
    }
  });
  const connection: SqliteConnection = await knex.client.acquireConnection();
  try {
    setUp(connection);
    connection.pragma('journal_mode = wal');
  } catch (error) {
    // whoever else has the file opened keeps it as it is until the next start
    if (!passesSoon(error)) {
      throw error;
    }
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

function setUp(connection: SqliteConnection): void {
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  connection.pragma(`synchronous = ${SYNCHRONOUS}`);
}

/** How many connections to the database there are at most. */
export function connectionsOf(knex: Knex): number {
  return knex.client.pool.max;
}
