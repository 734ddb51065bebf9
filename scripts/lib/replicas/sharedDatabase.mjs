import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stopAtEnd } from '../ending.mjs';
import { inRoot, logFile } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';

const require = createRequire(inRoot('plugins/tickets-backend/package.json'));

/**
 * A database for backends that come and go.
 *
 * @typedef {{ connection: string, knex: import('knex').Knex, isShared: boolean }} SharedDatabase
 *   `connection` is how a backend is told of it; `isShared` says whether
 *   several backends can use it at the same time
 */

/**
 * @param {'postgres' | 'sqlite'} kind
 * @param {string} folder for its files
 * @returns {Promise<SharedDatabase>}
 */
export async function startSharedDatabase(kind, folder) {
  const database =
    kind === 'postgres' ? await onPostgres(folder) : onSqlite(folder);
  stopAtEnd(() => database.knex.destroy());
  // in which each backend writes down what its channel delivered
  await database.knex.schema.createTable('deliveries', table => {
    table.string('notice_id', 36).notNullable();
  });
  return database;
}

async function onPostgres(folder) {
  // not throwaway: what is killed are backends, and what they commit counts
  const { host, port, user, password, stop } = await startPostgres({
    folder: join(folder, 'postgres'),
    log: logFile('replicas-postgres'),
  });
  stopAtEnd(stop);
  const connection = `postgresql://${user}:${password}@${host}:${port}/postgres`;
  const knex = require('knex')({ client: 'pg', connection });
  return { connection, knex, isShared: true };
}

function onSqlite(folder) {
  const filename = join(folder, 'tickets.sqlite');
  const knex = require('knex')({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  return { connection: filename, knex, isShared: false };
}
