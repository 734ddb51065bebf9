import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DatabaseService,
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { keepErrorsClean, setUpConnections } from './database/connections';
import { passesSoon } from './database/databaseErrors';
import {
  alone,
  locked,
  releaseLeftLock,
  waitForOthers,
} from './database/migrationLocks';
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

/**
 * How long a migration waits for a table, in milliseconds. Whoever wants to write
 * meanwhile waits behind it. Less than PostgreSQL takes to look for deadlocks: so
 * it is the migration that gives way.
 */
const LOCK_TIMEOUT = 500;

/** How long a migration is left to others until it is tried again, in milliseconds. */
const PAUSE = 1_000;

/** The longest of these pauses, each of which is longer than the one before. */
const LONGEST_PAUSE = 10_000;

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
 * Runs the migrations that are missing, each in one transaction with the lock: a
 * process that is killed leaves neither half of one nor a lock. Those that build
 * indexes are no transactions, for others write meanwhile; they can be run again.
 * Whoever starts at the same time waits, also where there are no tables yet.
 */
export async function migrate(
  knex: Knex,
  logger: LoggerService,
  options: MigrationOptions = {},
): Promise<void> {
  await waitForOthers(knex, logger, options.patience);
  const isInUse = await locked(knex, async tx => {
    await releaseLeftLock(tx, migrationsConfig, logger);
    const { done } = await listMigrations(tx);
    return done.length > 0;
  });
  const prepared = new Set<string>();
  for (;;) {
    const long = await takeSteps(knex, prepared, logger);
    if (long === undefined) {
      break;
    }
    if (isInUse) {
      logger.info(
        `The migration ${long} runs while everybody works; it can take minutes where there are many tickets`,
      );
    }
    await alone(knex, async () => readMigration(long).up(knex));
    prepared.add(long);
  }
  await tellOfLaterOnes(knex, logger);
}

/**
 * Runs what is missing up to the first migration that is no transaction, and has
 * not been prepared.
 *
 * @param prepared - migrations that find nothing to do any more
 * @returns that migration; undefined when none is missing
 */
async function takeSteps(
  knex: Knex,
  prepared: ReadonlySet<string>,
  logger: LoggerService,
): Promise<string | undefined> {
  let waits = 0;
  for (;;) {
    let next: string | undefined;
    try {
      const isDone = await locked(knex, async tx => {
        [next] = (await listMigrations(tx)).missing;
        if (next === undefined || (isLong(next) && !prepared.has(next))) {
          return true;
        }
        if (isPostgres(tx)) {
          await tx.raw(`set local lock_timeout = ${LOCK_TIMEOUT}`);
        }
        await tx.migrate.up({ ...migrationsConfig, name: next });
        return false;
      });
      if (isDone) {
        return next;
      }
    } catch (error) {
      if (next === undefined || !isPostgres(knex) || !passesSoon(error)) {
        throw error;
      }
      waits += 1;
      if (waits === 1) {
        logger.warn(
          `The migration ${next} waits for others who use its tables; it is tried again and again`,
        );
      }
      await sleep(Math.min(waits * PAUSE, LONGEST_PAUSE));
    }
  }
}

interface Migrations {
  readonly done: readonly string[];
  readonly missing: readonly string[];
}

async function listMigrations(knex: Knex): Promise<Migrations> {
  const [done, missing]: [{ name: string }[], { file: string }[]] =
    await knex.migrate.list(migrationsConfig);
  return {
    done: done.map(({ name }) => name),
    missing: missing.map(({ file }) => file),
  };
}

const requireMigration = createRequire(join(migrationsDirectory, 'index.js'));

/** A migration of this package, as its file exports it. */
function readMigration(
  name: string,
): Knex.Migration & { readonly config?: { readonly transaction?: boolean } } {
  return requireMigration(join(migrationsDirectory, name));
}

/** Whether a migration is no transaction, since it takes long. */
function isLong(name: string): boolean {
  return readMigration(name).config?.transaction === false;
}

async function tellOfLaterOnes(
  knex: Knex,
  logger: LoggerService,
): Promise<void> {
  const own = new Set(await readdir(migrationsDirectory));
  const { done } = await listMigrations(knex);
  const later = done.filter(name => !own.has(name));
  if (later.length > 0) {
    logger.info(
      `The database has migrations of a later version, with which this version works: ${later.join(', ')}`,
    );
  }
}
