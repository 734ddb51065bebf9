import type { Knex } from 'knex';
import { doPatiently } from '../database/guardedStore';
import { inTransaction } from '../database/inTransaction';
import type { Backfill } from './Backfill';
import { backfills } from './backfills';

/** A backfill of the desk's own database. */
export interface StoredBackfill {
  readonly id: string;
  /** What it fills in, in the plural. */
  readonly what: string;
  /** Whether most of what it looks at is there already. */
  readonly checks: boolean;
  /** About how many rows wait for it. */
  pending(): Promise<number>;
  /**
   * Fills in at most so many rows, in a transaction of their own.
   *
   * @returns on how many it worked; 0 when there is nothing to do at present
   */
  fillBatch(limit: number): Promise<number>;
}

/** What the desk's database has to be filled in with since this process started. */
export function storedBackfills(
  knex: Knex,
  clock: () => Date,
  all: readonly Backfill[] = backfills,
): StoredBackfill[] {
  const startedAt = clock();
  return all.map(backfill => ({
    id: backfill.id,
    what: backfill.what,
    checks: backfill.checks ?? false,
    pending: () => doPatiently(() => backfill.pending(knex)),
    fillBatch: limit =>
      doPatiently(() =>
        inTransaction(knex, tx =>
          backfill.fillBatch(tx, limit, { startedAt, now: clock() }),
        ),
      ),
  }));
}
