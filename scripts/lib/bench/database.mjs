import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stopAtEnd } from '../ending.mjs';
import { inRoot, logFile } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';
import { during } from '../say.mjs';

const require = createRequire(inRoot('packages/backend/package.json'));

/**
 * A database as the backend, the bench and Knex reach it.
 *
 * @typedef {{ backend: object, knex: object, settings: object, open: () => Promise<Client> }} Database
 *   `backend` stands in app-config below `backend.database`; `knex` is the
 *   configuration of Knex for the desk's own database
 * @typedef {{ query: (sql: string, values?: unknown[]) => Promise<object[]>, begin: () => Promise<unknown>, end: () => Promise<void> }} Client
 *   one connection; values take the place of question marks; `begin` begins a
 *   transaction that writes
 */

/**
 * What somebody sets who gives PostgreSQL a small machine of its own: nothing
 * that trades safety of the data for speed.
 */
const postgresSettings = {
  shared_buffers: '1GB',
  effective_cache_size: '3GB',
  maintenance_work_mem: '512MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
};

const ticketsDatabase = 'backstage_plugin_tickets';

/** @returns {Promise<Database>} */
export async function startDatabase(kind, folder) {
  return kind === 'postgres'
    ? during('Starting PostgreSQL', () => postgresDatabase(folder))
    : sqliteDatabase(folder);
}

async function postgresDatabase(folder) {
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    log: logFile('bench-postgres'),
    settings: postgresSettings,
  });
  stopAtEnd(postgres.stop);
  const { host, port, user, password } = postgres;
  const connection = { host, port, user, password };
  await makeDatabase(connection);
  const own = { ...connection, database: ticketsDatabase };
  return {
    backend: { client: 'pg', connection },
    knex: { client: 'pg', connection: own },
    settings: postgresSettings,
    open: () => openPostgres(own),
  };
}

async function makeDatabase(connection) {
  const client = await openPostgres({ ...connection, database: 'postgres' });
  const there = await client.query(
    'select 1 from pg_database where datname = ?',
    [ticketsDatabase],
  );
  if (!there.length) await client.query(`create database ${ticketsDatabase}`);
  await client.end();
}

async function openPostgres(connection) {
  const { Client } = require('pg');
  const client = new Client(connection);
  await client.connect();
  // statements are written with question marks, as SQLite has them
  const numbered = new Map();
  const numberedText = sql => {
    let count = 0;
    if (!numbered.has(sql)) {
      numbered.set(
        sql,
        sql.replace(/\?/g, () => `$${(count += 1)}`),
      );
    }
    return numbered.get(sql);
  };
  return {
    query: async (sql, values) =>
      (await client.query(numberedText(sql), values)).rows,
    begin: () => client.query('begin'),
    end: () => client.end(),
  };
}

function sqliteDatabase(folder) {
  const directory = join(folder, 'sqlite');
  mkdirSync(directory, { recursive: true });
  const filename = join(directory, 'tickets.sqlite');
  return {
    backend: { client: 'better-sqlite3', connection: { directory } },
    knex: { client: 'better-sqlite3', connection: { filename } },
    settings: {},
    open: async () => openSqlite(filename),
  };
}

function openSqlite(filename) {
  const Sqlite = require('better-sqlite3');
  const connection = new Sqlite(filename, { timeout: 10_000 });
  const bindable = value => {
    if (value instanceof Date) return value.getTime();
    return typeof value === 'boolean' ? Number(value) : value;
  };
  return {
    async query(sql, values = []) {
      const statement = connection.prepare(sql);
      const bound = values.map(bindable);
      if (statement.reader) return statement.all(bound);
      statement.run(bound);
      return [];
    },
    // a transaction that begins to write later may find that others did
    begin: async () => connection.exec('begin immediate'),
    end: async () => connection.close(),
  };
}
