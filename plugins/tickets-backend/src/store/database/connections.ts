import { isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { cleanDatabaseError, passesSoon } from './databaseErrors';

/**
 * How long SQLite itself waits for a lock, in milliseconds. It blocks the event
 * loop while it waits, so nobody else is served.
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
 * Sets up connections to SQLite, present and future ones. Their waits for locks
 * are too short to be noticed: longer waits happen outside of SQLite, where they
 * do not block the event loop. A database in a file gets a write-ahead log, so
 * that readers and writers do not wait for each other.
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
  // the transaction would still be open for the next user of the connection
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
    // another process has the file open: it stays as it is until the next start
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
