import { join } from 'node:path';
import { Client as PgClient, type ClientConfig } from 'pg';
import { logFile, startPostgres, stopAtEnd } from '../tools';
import type { Client, Database } from './Database';

/**
 * What an operator sets who gives PostgreSQL a small machine of its own:
 * nothing that trades safety of the data for speed.
 */
const settings = {
  shared_buffers: '1GB',
  effective_cache_size: '3GB',
  maintenance_work_mem: '512MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
};

const ticketsDatabase = 'backstage_plugin_tickets';

export async function startPostgresDatabase(folder: string): Promise<Database> {
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    log: logFile('bench-postgres'),
    settings,
  });
  stopAtEnd(postgres.stop);
  const { host, port, user, password } = postgres;
  const connection = { host, port, user, password };
  await makeDatabase(connection);
  const own = { ...connection, database: ticketsDatabase };
  return {
    backend: { client: 'pg', connection },
    knex: { client: 'pg', connection: own },
    settings,
    open: () => open(own),
  };
}

async function makeDatabase(connection: ClientConfig): Promise<void> {
  const client = await open({ ...connection, database: 'postgres' });
  const there = await client.query(
    'select 1 from pg_database where datname = ?',
    [ticketsDatabase],
  );
  if (there.length === 0) {
    await client.query(`create database ${ticketsDatabase}`);
  }
  await client.end();
}

async function open(connection: ClientConfig): Promise<Client> {
  const client = new PgClient(connection);
  await client.connect();
  // statements are written with question marks, as SQLite has them
  const numbered = new Map<string, string>();
  const numberedText = (sql: string) => {
    const known = numbered.get(sql);
    if (known !== undefined) {
      return known;
    }
    let count = 0;
    const text = sql.replace(/\?/g, () => `$${(count += 1)}`);
    numbered.set(sql, text);
    return text;
  };
  return {
    query: async (sql, values = []) =>
      (await client.query(numberedText(sql), [...values])).rows,
    begin: () => client.query('begin'),
    end: () => client.end(),
  };
}
