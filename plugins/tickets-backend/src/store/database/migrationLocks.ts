import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { inTransaction } from './inTransaction';
import { inOwnSession } from './ownSession';

/** Where knex keeps its lock. */
const LOCK_TABLE = 'knex_migrations_lock';

/** Names the lock of those who migrate at the same time; any number will do. */
const ADVISORY_LOCK = 7_081_992;

/**
 * Names the lock of those who run what is no transaction. An older version waits
 * for the other lock in a statement, and the building of an index for the end of
 * all statements.
 */
const LONG_LOCK = 7_081_993;

/** How long a lock may be held by whom this version does not know, in milliseconds. */
const PATIENCE = 60_000;

/** How often it is asked for the lock of what is no transaction, in milliseconds. */
const INTERVAL = 1_000;

/** Does the work in a transaction while nobody else migrates. */
export async function locked<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(knex, async tx => {
    if (isPostgres(tx)) {
      await tx.raw(`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
    }
    return work(tx);
  });
}

/**
 * Does what is no transaction while nobody else does, on PostgreSQL in a session
 * of its own. Others ask now and then instead of waiting in a statement: an index
 * that is being built would wait for that statement.
 *
 * @param signal - ends it early, with an error
 */
export async function exclusively(
  knex: Knex,
  work: (session: Knex) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  if (!isPostgres(knex)) {
    await work(knex);
    return;
  }
  await inOwnSession(
    knex,
    async session => {
      while (!(await isFree(session))) {
        await sleep(INTERVAL, undefined, { signal });
      }
      await work(session);
    },
    signal,
  );
}

/** Takes the lock of what is no transaction until the session ends, if it can. */
async function isFree(session: Knex): Promise<boolean> {
  const { rows } = await session.raw(
    `select pg_try_advisory_lock(${LONG_LOCK}) as free`,
  );
  return rows[0].free;
}

/**
 * A lock that others see is not the desk's own, which ends with its
 * transaction: a tool is at work, or was killed.
 */
export async function waitForOthers(
  knex: Knex,
  logger: LoggerService,
  patience = PATIENCE,
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
export async function releaseLeftLock(
  tx: Knex,
  config: Knex.MigratorConfig,
  logger: LoggerService,
): Promise<void> {
  const rows = await locks(tx);
  if (isLocked(rows) || rows.length > 1) {
    await tx.migrate.forceFreeMigrationsLock(config);
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
