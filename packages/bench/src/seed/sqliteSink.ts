import type { Knex } from 'knex';
import type { RowSink } from './RowSink';

/** SQLite takes no more than so many values in one statement. */
const MOST_VALUES = 30_000;

/** Writes rows into SQLite, in one transaction for each batch. */
export function sqliteSink(knex: Knex): RowSink {
  return {
    async write(table, rows) {
      const [first] = rows;
      if (first) {
        const size = Math.floor(MOST_VALUES / Object.keys(first).length);
        await knex.batchInsert(table, [...rows], Math.min(size, 500));
      }
    },
    async finish() {},
  };
}
