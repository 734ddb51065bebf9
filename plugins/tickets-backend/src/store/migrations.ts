import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DatabaseService,
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { keepErrorsClean, setUpConnections } from './database/connections';
import { inTransaction } from './database/inTransaction';
import { isPostgres } from './dialect';

/** Where this package keeps its migrations. */
export const migrationsDirectory = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  'migrations',
);

/**
 * What knex is told of the migrations: those of a later version are no mistake,
 * since this version runs on the schema of the next one.
 */
export const migrationsConfig: Knex.MigratorConfig = {
  directory: migrationsDirectory,
  disableMigrationsListValidation: true,
};

/** Where knex keeps its lock. */
const LOCK_TABLE = 'knex_migrations_lock';

/** Names the lock of those who migrate at the same time; any number will do. */
const ADVISORY_LOCK = 7_081_992;

/** How long a lock may be held by whom this version does not know, in milliseconds. */
const PATIENCE = 60_000;

export interface MigrationOptions {
  /** How long it waits for a lock that is held, in milliseconds. Default: a minute */
  readonly patience?: number;
}

/** The desk's database, brought up to date unless the operator does that by hand. */
export async function openDatabase(
  database: DatabaseService,
  logger: LoggerService,
): Promise<Knex> {
  const knex = await database.getClient();
  keepErrorsClean(knex);
  if (!database.migrations?.skip) {
    await migrate(knex, logger);
  }
  await setUpConnections(knex);
  return knex;
}

/**
 * Runs the migrations that are missing, in one transaction with the lock: a
 * process that is killed leaves neither half of one nor a lock. Whoever starts
 * at the same time waits, also where there are no tables yet.
 */
export async function migrate(
  knex: Knex,
  logger: LoggerService,
  options: MigrationOptions = {},
): Promise<void> {
  await waitForOthers(knex, logger, options);
  await inTransaction(knex, async tx => {
    if (isPostgres(tx)) {
      await tx.raw(`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
    }
    await releaseLeftLock(tx, logger);
    await tx.migrate.latest(migrationsConfig);
  });
  await tellOfLaterOnes(knex, logger);
}

/**
 * A lock that others see is not the desk's own, which ends with its
 * transaction: a tool is at work, or was killed.
 */
async function waitForOthers(
  knex: Knex,
  logger: LoggerService,
  { patience = PATIENCE }: MigrationOptions,
): Promise<void> {
  if (!isLocked(await locks(knex))) {
    return;
  }
  logger.warn(
    `The migrations of the database are locked. If nothing releases them, this process does so in ${patience / 1_000} seconds`,
  );
  const until = performance.now() + patience;
  do {
    await sleep(Math.min(1_000, patience));
  } while (isLocked(await locks(knex)) && performance.now() < until);
}

/** Two processes that began at once left two rows, by which it locks for ever. */
async function releaseLeftLock(tx: Knex, logger: LoggerService): Promise<void> {
  const rows = await locks(tx);
  if (isLocked(rows) || rows.length > 1) {
    await tx.migrate.forceFreeMigrationsLock(migrationsConfig);
    logger.warn('The lock of the migrations was left behind, and is released');
  }
}

interface LockRow {
  readonly is_locked: number;
}

async function locks(knex: Knex): Promise<LockRow[]> {
  return (await knex.schema.hasTable(LOCK_TABLE)) ? knex(LOCK_TABLE) : [];
}

function isLocked(rows: readonly LockRow[]): boolean {
  return rows.some(row => Number(row.is_locked) !== 0);
}

async function tellOfLaterOnes(
  knex: Knex,
  logger: LoggerService,
): Promise<void> {
  const own = new Set(await readdir(migrationsDirectory));
  const [done]: [{ name: string }[], unknown] =
    await knex.migrate.list(migrationsConfig);
  const later = done.map(({ name }) => name).filter(name => !own.has(name));
  if (later.length > 0) {
    logger.info(
      `The database has migrations of a later version, with which this version works: ${later.join(', ')}`,
    );
  }
}
