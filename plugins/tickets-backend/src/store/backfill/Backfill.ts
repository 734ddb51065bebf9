import type { Knex } from 'knex';

export interface BackfillTimes {
  /** When this process started. */
  readonly startedAt: Date;
  readonly now: Date;
}

/**
 * Fills in what rows lack that an older version wrote, or that a migration left
 * for later because there can be a million of them. It runs in the background,
 * soon after the start and then every minute, at one replica at a time.
 *
 * To add one:
 *
 * 1. Let the migration add a column that is null until it is filled in, with a
 *    partial index over the rows where it is null (or where it has the number
 *    of an older format). Rows that an older version goes on writing have null
 *    there too, so one condition finds both.
 * 2. Let the code that reads the column cope with null.
 * 3. Write a `Backfill` beside the SQL of its table, and list it in
 *    `backfills.ts`. On PostgreSQL, select the rows `for update skip locked`:
 *    a batch neither waits for a writer nor changes what one is about to write.
 * 4. Test it with rows as the older version inserts them.
 *
 * Where no condition tells what is missing, such as a row in another table, a
 * `Walk` looks through all.
 */
export interface Backfill {
  /** Names it in the log's sorts of trouble; never changes. */
  readonly id: string;
  /** What it fills in, in the plural, for the log: `sort keys of tickets`. */
  readonly what: string;
  /** Whether most of what it looks at is there already, as in a `Walk`. */
  readonly checks?: boolean;

  /** About how many rows wait; only the log asks, and not often. */
  pending(knex: Knex): Promise<number>;
  /**
   * Fills in some of the rows that wait. It is one short transaction, finds its
   * rows by an index, and changes nothing that is filled in already.
   *
   * @param tx - the transaction that it is part of
   * @param limit - how many rows it works on at most
   * @param times - what is before and after
   * @returns on how many it worked; after 0 it rests until the next minute
   */
  fillBatch(tx: Knex, limit: number, times: BackfillTimes): Promise<number>;
}
