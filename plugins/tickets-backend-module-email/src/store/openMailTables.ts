import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const migrations = {
  directory: resolvePackagePath(
    '@portaldesk/plugin-tickets-backend-module-email',
    'migrations',
  ),
  // beside those of the desk, in the same database
  tableName: 'ticket_mails_migrations',
  // this version runs on the tables of the next one
  disableMigrationsListValidation: true,
};

/** Names the lock of those who migrate at the same time; any number will do. */
const ADVISORY_LOCK = 7_081_994;

/**
 * The database of the desk with the tables for mails, unless the operator makes
 * these by hand. Another process that starts at the same time waits.
 */
export async function openMailTables(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.transaction(async tx => {
      if (tx.client.config.client === 'pg') {
        await tx.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
      }
      await tx.migrate.latest(migrations);
    });
  }
  return knex;
}
