import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Client, Database, Value } from './Database';

export function sqliteDatabase(folder: string): Database {
  const directory = join(folder, 'sqlite');
  mkdirSync(directory, { recursive: true });
  const filename = join(directory, 'tickets.sqlite');
  return {
    backend: { client: 'better-sqlite3', connection: { directory } },
    knex: { client: 'better-sqlite3', connection: { filename } },
    settings: {},
    open: async () => open(filename),
  };
}

function open(filename: string): Client {
  const connection = new Sqlite(filename, { timeout: 10_000 });
  return {
    async query(sql, values = []) {
      const statement = connection.prepare<unknown[], Record<string, any>>(sql);
      const bound = values.map(bindable);
      if (statement.reader) {
        return statement.all(bound);
      }
      statement.run(bound);
      return [];
    },
    // a transaction that begins to write later may find that others did
    begin: async () => connection.exec('begin immediate'),
    async end() {
      connection.close();
    },
  };
}

function bindable(value: Value): Value {
  if (value instanceof Date) {
    return value.getTime();
  }
  return typeof value === 'boolean' ? Number(value) : value;
}
