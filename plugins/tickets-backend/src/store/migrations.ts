import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where this package keeps its migrations. */
export const migrationsDirectory = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  'migrations',
);

/** The desk's database, brought up to date unless the operator does that by hand. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
  return knex;
}
