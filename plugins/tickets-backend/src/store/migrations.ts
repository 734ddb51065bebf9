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
import { indexProgress } from './database/indexProgress';
import {
  type ReadingConnections,
  openReadingConnections,
} from './database/readingConnections';
import {
  exclusively,
  locked,
  releaseLeftLock,
  waitForOthers,
} from './database/migrationLocks';
import { isPostgres } from './sql/dialect';

/** Where this package keeps its migrations. */
export const migrationsDirectory = resolvePackagePath(
  '@portaldesk/plugin-tickets-backend',
  'migrations',
);

/**
 * Migrations of a later version are no mistake, since this version runs on the
 * schema of the next one.
 */
export const migrationsConfig: Knex.MigratorConfig = {
  directory: migrationsDirectory,
  disableMigrationsListValidation: true,
};

/**
 * How long a migration waits for a table, in milliseconds. Writers queue up behind
 * it. It is less than PostgreSQL's `deadlock_timeout`, so in a deadlock it is the
 * migration that gives way.
 */
const LOCK_TIMEOUT = 500;

/** How long a migration is left to others until it is tried again, in milliseconds. */
const PAUSE = 1_000;

/** The longest of these pauses, each of which is longer than the one before. */
const LONGEST_PAUSE = 10_000;

/** How often the log tells how far a long migration is, in milliseconds. */
const TELL_EVERY = 30_000;

/** All in milliseconds. */
export interface MigrationOptions {
  /** How long it waits for a lock that is held. Default: a minute */
  readonly patience?: number;
  /** How often the log tells how far a long one is. Default: half a minute */
  readonly tellEvery?: number;
}

/** A migration that takes long, for which nobody has to wait. */
export interface LongMigration {
  readonly name: string;
  /**
   * Runs it, unless another replica has done so; waits for one that does.
   *
   * @param signal - ends it early, with an error; a later run goes on
   */
  run(signal?: AbortSignal): Promise<void>;
}

export interface OpenDatabase {
  readonly knex: Knex;
  /** For what takes long to read. */
  readonly reading: ReadingConnections;
  /** What is to be run once the desk serves everybody. */
  readonly longMigrations: readonly LongMigration[];
}

/** The desk's database, brought up to date unless the operator does that by hand. */
export async function openDatabase(
  database: DatabaseService,
  logger: LoggerService,
): Promise<OpenDatabase> {
  const knex = await database.getClient();
  keepErrorsClean(knex);
  const longMigrations = database.migrations?.skip
    ? []
    : await migrate(knex, logger);
  await setUpConnections(knex);
  const reading = await openReadingConnections(knex, logger);
  return { knex, reading, longMigrations };
}

/**
 * Runs the migrations that are missing, each in one transaction with the lock: a
 * process that is killed leaves neither half of one nor a lock. Processes that
 * start at the same time wait, also where there are no tables yet.
 *
 * Those that build indexes run outside of transactions, so that others can write
 * in the meantime; they can be run again. Nothing depends on them, so they come
 * last. On SQLite, where they block the event loop, they run here, before the desk
 * serves anybody. Indexes that a killed process has built are kept.
 *
 * @returns what is left on PostgreSQL, unless there are no tickets yet
 */
export async function migrate(
  knex: Knex,
  logger: LoggerService,
  options: MigrationOptions = {},
): Promise<LongMigration[]> {
  await waitForOthers(knex, logger, options.patience);
  await locked(knex, tx => releaseLeftLock(tx, migrationsConfig, logger));
  const left = await takeSteps(knex, logger);
  await tellOfLaterOnes(knex, logger);
  const longMigrations = left.map(name => ({
    name,
    run: (signal?: AbortSignal) =>
      runLong(knex, { name, logger, signal, tellEvery: options.tellEvery }),
  }));
  if (isPostgres(knex)) {
    return longMigrations;
  }
  for (const { run } of longMigrations) {
    await run();
  }
  return [];
}

/**
 * Runs what is missing and does not take long.
 *
 * @returns the other migrations that are missing
 */
async function takeSteps(
  knex: Knex,
  logger: LoggerService,
): Promise<readonly string[]> {
  let waits = 0;
  for (;;) {
    let next: string | undefined;
    try {
      const left = await locked(knex, async tx => {
        const { missing } = await listMigrations(tx);
        next = missing.find(name => !isLong(name)) ?? missing[0];
        if (next === undefined) {
          return missing;
        }
        if (isPostgres(tx)) {
          await tx.raw(`set local lock_timeout = ${LOCK_TIMEOUT}`);
        }
        if (isLong(next) && !(await hasNoTickets(tx))) {
          return missing;
        }
        await tx.migrate.up({ ...migrationsConfig, name: next });
        return undefined;
      });
      if (left) {
        return left;
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

/** Whether there are no tickets, nor will be before the transaction ends. */
async function hasNoTickets(tx: Knex.Transaction): Promise<boolean> {
  const isEmpty = async () => (await tx('tickets').first('id')) === undefined;
  if (!isPostgres(tx) || !(await isEmpty())) {
    return isEmpty();
  }
  await tx.raw('lock table tickets in share mode');
  return isEmpty();
}

interface LongRun {
  readonly name: string;
  readonly logger: LoggerService;
  readonly signal?: AbortSignal;
  /** In milliseconds. */
  readonly tellEvery?: number;
}

async function runLong(
  knex: Knex,
  { name, logger, signal, tellEvery = TELL_EVERY }: LongRun,
): Promise<void> {
  const work = async (session: Knex) => {
    if (!(await listMigrations(session)).missing.includes(name)) {
      return;
    }
    logger.info(
      `The migration ${name} runs ${isPostgres(knex) ? 'while everybody works' : 'before the desk starts'}; it can take minutes where there are many tickets`,
    );
    const begin = performance.now();
    const progress = await progressOf(knex, session);
    let isOver = false;
    const reporting = setInterval(async () => {
      const text = await progress();
      if (text !== undefined && !isOver) {
        logger.info(`The migration ${name} is at ${text}`);
      }
    }, tellEvery);
    try {
      await readMigration(name).up(session);
    } finally {
      isOver = true;
      clearInterval(reporting);
    }
    // it finds nothing left to do, and is recorded
    await locked(session, tx => tx.migrate.up({ ...migrationsConfig, name }));
    const seconds = Math.ceil((performance.now() - begin) / 1_000);
    logger.info(`The migration ${name} is done; it took ${seconds} s`);
  };
  await exclusively(knex, work, signal);
}

/** Finds out what a session is at, by another connection; never fails. */
async function progressOf(
  knex: Knex,
  session: Knex,
): Promise<() => Promise<string | undefined>> {
  if (!isPostgres(knex)) {
    return async () => undefined;
  }
  const { rows } = await session.raw('select pg_backend_pid() as process');
  const [{ process }]: [{ process: number }] = rows;
  // a line in the log is not worth a failure
  return () => indexProgress(knex, process).catch(() => undefined);
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
