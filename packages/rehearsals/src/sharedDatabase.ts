import { join } from 'node:path';
import makeKnex, { type Knex } from 'knex';
import { logFile, startPostgres, stopAtEnd } from './tools';

/** A database for backends that come and go. */
export interface SharedDatabase {
  /** The connection string that backends get. */
  readonly connection: string;
  readonly knex: Knex;
  /** Whether several backends can use it at the same time. */
  readonly isShared: boolean;
}

export type DatabaseKind = 'postgres' | 'sqlite';

/** @param folder - for its files */
export async function startSharedDatabase(
  kind: DatabaseKind,
  folder: string,
): Promise<SharedDatabase> {
  const database =
    kind === 'postgres' ? await onPostgres(folder) : onSqlite(folder);
  stopAtEnd(() => database.knex.destroy());
  // in which each backend writes down what its channel delivered
  await database.knex.schema.createTable('deliveries', table => {
    table.string('notice_id', 36).notNullable();
  });
  return database;
}

async function onPostgres(folder: string): Promise<SharedDatabase> {
  // not throwaway: what is killed are backends, and what they commit counts
  const { host, port, user, password, stop } = await startPostgres({
    folder: join(folder, 'postgres'),
    log: logFile('replicas-postgres'),
  });
  stopAtEnd(stop);
  const connection = `postgresql://${user}:${password}@${host}:${port}/postgres`;
  const knex = makeKnex({ client: 'pg', connection });
  return { connection, knex, isShared: true };
}

function onSqlite(folder: string): SharedDatabase {
  const filename = join(folder, 'tickets.sqlite');
  const knex = makeKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  return { connection: filename, knex, isShared: false };
}
