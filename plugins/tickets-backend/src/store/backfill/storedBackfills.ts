import type { Knex } from 'knex';
import type { Backfill } from './Backfill';
import { backfills } from './backfills';

/** A backfill of the desk's own database. */
export interface StoredBackfill {
  readonly id: string;
  /** What it fills in, in the plural. */
  readonly what: string;
  /** About how many rows wait for it. */
  pending(): Promise<number>;
  /**
   * Fills in at most so many rows, in a transaction of their own.
   *
   * @returns on how many it worked; 0 when there is nothing to do at present
   */
  fillBatch(limit: number): Promise<number>;
}

/** What the desk's database has to be filled in with. */
export function storedBackfills(
  knex: Knex,
  all: readonly Backfill[] = backfills,
): StoredBackfill[] {
  return all.map(backfill => ({
    id: backfill.id,
    what: backfill.what,
    pending: () => backfill.pending(knex),
    fillBatch: limit => knex.transaction(tx => backfill.fillBatch(tx, limit)),
  }));
}
