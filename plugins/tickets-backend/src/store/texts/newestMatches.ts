import type { Knex } from 'knex';
import type { SearchQuery } from '../../domain/search/searchQuery';
import { isPostgres, whereOneOfIds } from '../sql/dialect';
import { fts5Query, whereItselfMatches } from './matches';
import { withMatchesInWindows } from './windows';

/** Which of the texts that match are wanted. */
export interface NewestMatches {
  readonly query: SearchQuery;
  /** Only older texts: those with a smaller number. Absent: all there are. */
  readonly before?: number;
  readonly limit: number;
  /** Only numbers and subjects. */
  readonly ofTickets?: boolean;
  /** Only texts of these tickets, which are few. */
  readonly ticketIds?: readonly string[];
}

/** What a search needs of a text that matches; its words may be many. */
const columns = [
  'seq',
  'ticket_id',
  'source',
  'field',
  'message_seq',
  'origin',
  'origin_field',
];

/**
 * A query with the newest texts that match as `matched`, readable or not, and as
 * `search_window` the range that they were found in: below the number `before`,
 * down to the number `from`, which is 0 when there are no older matches. It takes
 * hardly longer when there are many older ones.
 */
export function withNewestMatches(
  knex: Knex,
  wanted: NewestMatches,
): Knex.QueryBuilder {
  const { before, limit } = wanted;
  const start =
    before === undefined
      ? knex.raw('select coalesce(max(seq), 0) + 1 as before from ticket_texts')
      : knex.raw('select cast(? as bigint) as before', [before]);
  const query = knex.queryBuilder().withMaterialized('start', start);
  const matched =
    isPostgres(knex) && !wanted.ticketIds
      ? withMatchesInWindows(knex, query, { ...wanted, columns })
      : query
          .withMaterialized(
            'matched',
            wanted.ticketIds
              ? matchesOfTickets(knex, wanted, wanted.ticketIds)
              : matchesOnSqlite(knex, wanted),
          )
          .withMaterialized('seen', knex.raw('select 0 as "from"'));
  return matched.withMaterialized(
    'search_window',
    knex.raw(
      `select start.before, case (select count(*) from matched) when ?
        then (select min(seq) from matched) else seen."from" end as "from"
      from start, seen`,
      [limit],
    ),
  );
}

/** The numbers of those texts, from the newest to the oldest. */
export async function newestMatches(
  knex: Knex,
  wanted: NewestMatches,
): Promise<number[]> {
  const { query, limit } = wanted;
  const found: number[] = [];
  let { before } = wanted;
  let more = query.wanted.length > 0;
  while (more) {
    const rows: { from: number | string; seq: number | string | null }[] =
      await withNewestMatches(knex, {
        ...wanted,
        before,
        limit: limit - found.length,
      })
        .from('search_window')
        .leftJoin('matched', knex.raw('true'))
        .orderBy('seq', 'desc')
        .select('search_window.from', 'matched.seq');
    found.push(
      ...rows.flatMap(({ seq }) => (seq === null ? [] : [Number(seq)])),
    );
    before = Number(rows[0].from);
    more = found.length < limit && before > 0;
  }
  return found;
}

/** All of their texts are looked at. */
function matchesOfTickets(
  knex: Knex,
  { query, limit, ofTickets }: NewestMatches,
  ticketIds: readonly string[],
): Knex.QueryBuilder {
  const texts = knex('ticket_texts').where(found =>
    whereItselfMatches(found, query),
  );
  whereOneOfIds(texts, 'ticket_texts.ticket_id', ticketIds);
  if (ofTickets) {
    texts.where('ticket_texts.source', 'ticket');
  }
  // no index on numbers could help, but would be tried
  return texts
    .whereRaw('seq + 0 < (select before from start)')
    .orderByRaw('seq + 0 desc')
    .limit(limit)
    .select(columns);
}

/** FTS5 keeps texts in their order, and stops when there are enough. */
function matchesOnSqlite(knex: Knex, wanted: NewestMatches): Knex.QueryBuilder {
  const found = knex('ticket_texts_fts')
    .crossJoin(
      // in this order
      'ticket_texts',
      'ticket_texts.seq',
      'ticket_texts_fts.rowid',
    )
    .whereRaw('ticket_texts_fts match ?', [fts5Query(wanted.query)])
    .whereRaw('ticket_texts_fts.rowid < (select before from start)')
    .orderBy('ticket_texts_fts.rowid', 'desc')
    .limit(wanted.limit)
    .select(columns.map(column => `ticket_texts.${column}`));
  if (wanted.ofTickets) {
    found.where('ticket_texts.source', 'ticket');
  }
  return found;
}
