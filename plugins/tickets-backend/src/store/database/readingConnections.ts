import { dirname } from 'node:path';
import {
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import makeKnex, { type Knex } from 'knex';
import { keepErrorsClean } from './connections';
import { SqliteReader } from './SqliteReader';

const packageFolder = resolvePackagePath('@portaldesk/plugin-tickets-backend');

/**
 * Most statements that are read at the same time: a search, a report, and what is
 * cheap, such as the page of a list with its total, which waits for neither.
 */
const MOST_THREADS = 3;

/** Connections for what takes long to read and is no part of a transaction. */
export interface ReadingConnections {
  readonly knex: Knex;
  /** Ends what is being read; resolves when the threads are through with it. */
  close(): Promise<void>;
}

/** A statement as knex hands it to a client, and takes it back. */
interface Query {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  response?: unknown;
}

/**
 * PostgreSQL reads in processes of its own. SQLite blocks the event loop while it
 * reads, so a database in a file is read in threads. They see everything that was
 * committed and, thanks to the write-ahead log, hold up no writer. A database in
 * memory cannot be read anywhere else.
 */
export async function openReadingConnections(
  knex: Knex,
  logger: LoggerService,
): Promise<ReadingConnections> {
  const file = await fileWithLog(knex);
  const driver = file && findDriver();
  if (file && !driver) {
    logger.warn(
      'Searching and counting tickets will hold up other requests, since the package better-sqlite3 was not found. Add it to the dependencies of your backend.',
    );
  }
  if (!file || !driver) {
    return { knex, close: async () => {} };
  }
  const reading = makeKnex({
    ...knex.client.config,
    pool: { min: 0, max: MOST_THREADS },
  });
  const readers = new Set<SqliteReader>();
  Object.assign(reading.client, {
    async acquireRawConnection() {
      const reader = new SqliteReader({ driver, file });
      readers.add(reader);
      return reader;
    },
    validateConnection: (reader: SqliteReader) => reader.isUsable,
    async destroyRawConnection(reader: SqliteReader) {
      readers.delete(reader);
      await reader.close();
    },
    async _query(reader: SqliteReader, query: Query) {
      query.response = await reader.all(query.sql, query.bindings);
      return query;
    },
  });
  keepErrorsClean(reading);
  return {
    knex: reading,
    async close() {
      await Promise.all([...readers].map(reader => reader.close()));
      await reading.destroy();
    },
  };
}

/** The path of a file of SQLite that can be read while it is written. */
async function fileWithLog(knex: Knex): Promise<string | undefined> {
  if (knex.client.config.client !== 'better-sqlite3') {
    return undefined;
  }
  const [{ journal_mode: mode }] = await knex.raw('pragma journal_mode');
  const databases: { name: string; file: string }[] = await knex.raw(
    'pragma database_list',
  );
  const main = databases.find(({ name }) => name === 'main');
  return mode === 'wal' ? main?.file : undefined;
}

/** The driver that knex would take. */
function findDriver(): string | undefined {
  try {
    return require.resolve('better-sqlite3', {
      paths: [packageFolder, dirname(require.resolve('knex'))],
    });
  } catch {
    return undefined;
  }
}
