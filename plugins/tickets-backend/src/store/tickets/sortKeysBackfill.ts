import { sortKeyOf } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import { countOf } from '../../domain/ticketNumbers';
import type { Backfill } from '../backfill/Backfill';
import { isPostgres } from '../sql/dialect';
import type { TicketRow } from './TicketRow';

type Unsorted = Pick<TicketRow, 'id' | 'number' | 'subject'>;

/**
 * What numbers and subjects are sorted by, and the counts by which numbers are
 * found: of tickets that an older version filed or gave another subject.
 */
export const sortKeysBackfill = {
  id: 'sort-keys',
  what: 'sort keys of tickets',

  async pending(knex: Knex) {
    const [{ count }] = await unsorted(knex).count({ count: '*' });
    return Number(count);
  },

  async fillBatch(tx: Knex, limit: number) {
    const some = unsorted(tx)
      .select('id', 'number', 'subject')
      .orderBy('id')
      .limit(limit);
    const rows: Unsorted[] = await (isPostgres(tx)
      ? some.forUpdate().skipLocked()
      : some);
    if (rows.length > 0) {
      await fill(tx, rows);
    }
    return rows.length;
  },
} satisfies Backfill;

function unsorted(knex: Knex): Knex.QueryBuilder {
  return knex('tickets').whereRaw(
    '(number_sort is null or subject_sort is null)',
  );
}

/** All in one statement. */
async function fill(tx: Knex, rows: readonly Unsorted[]): Promise<void> {
  const keys = JSON.stringify(
    rows.map(({ id, number, subject }) => ({
      id,
      number_sort: sortKeyOf(number),
      subject_sort: sortKeyOf(subject),
      number_count: countOf(number) ?? null,
    })),
  );
  const filled = isPostgres(tx)
    ? `json_to_recordset(?::json) as filled (
        id text, number_sort text, subject_sort text, number_count bigint
      )`
    : `(select value ->> 'id' as id, value ->> 'number_sort' as number_sort,
          value ->> 'subject_sort' as subject_sort,
          value ->> 'number_count' as number_count
        from json_each(?)
      ) as filled`;
  await tx.raw(
    `update tickets set
      number_sort = filled.number_sort,
      subject_sort = filled.subject_sort,
      number_count = coalesce(tickets.number_count, filled.number_count)
    from ${filled} where tickets.id = filled.id`,
    [keys],
  );
}
