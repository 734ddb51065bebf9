import type { Knex } from 'knex';
import type { SearchQuery } from '../../domain/search/searchQuery';
import { onPostgres } from './dialect';
import { fts5Query, whereMatches } from './matches';
import { spanBelow } from './spans';

/** Which of the texts that match are wanted. */
export interface NewestMatches {
  readonly query: SearchQuery;
  /** Only older texts: those with a smaller number. */
  readonly before: number;
  readonly limit: number;
  /** Only numbers and subjects. */
  readonly ofTickets?: boolean;
}

/**
 * The numbers of the newest texts that match, whoever may read them, from the
 * newest to the oldest. It takes no longer when there are many older ones.
 */
export function newestMatches(
  knex: Knex,
  wanted: NewestMatches,
): Promise<number[]> {
  if (wanted.query.wanted.length === 0) {
    return Promise.resolve([]);
  }
  return onPostgres(knex)
    ? newestOnPostgres(knex, wanted)
    : newestOnSqlite(knex, wanted);
}

/** FTS5 keeps texts in their order, and stops when there are enough. */
async function newestOnSqlite(
  knex: Knex,
  { query, before, limit, ofTickets }: NewestMatches,
): Promise<number[]> {
  const found = knex('ticket_texts_fts')
    .whereRaw('ticket_texts_fts match ?', [fts5Query(query)])
    .where('ticket_texts_fts.rowid', '<', before)
    .orderBy('ticket_texts_fts.rowid', 'desc')
    .limit(limit);
  if (ofTickets) {
    found
      .join('ticket_texts', 'ticket_texts.seq', 'ticket_texts_fts.rowid')
      .where('ticket_texts.source', 'ticket');
  }
  return found.pluck('ticket_texts_fts.rowid');
}

/** How many texts are looked at first. */
const FIRST_WIDTH = 2 ** 14;

/** How much further one looks where there was little. */
const FURTHER = 64;

/**
 * GIN gives all that matches and knows no order, so that one span of texts is
 * looked at after the other, back from the newest; how far at a time follows
 * from how much was found.
 */
async function newestOnPostgres(
  knex: Knex,
  { query, before, limit, ofTickets }: NewestMatches,
): Promise<number[]> {
  const found: number[] = [];
  const kind = ofTickets ? ['/ticket'] : [];
  let upTo = before;
  let width = FIRST_WIDTH;
  while (found.length < limit && upTo > 1) {
    const span = spanBelow(upTo, width);
    const missing = limit - found.length;
    const seqs: (number | string)[] = await knex('ticket_texts')
      .where(matching => whereMatches(matching, query, [span.marks, kind]))
      // no index on it could help, but would be tried
      .whereRaw('seq + 0 < ? and seq + 0 >= ?', [upTo, span.from])
      .orderByRaw('seq + 0 desc')
      .limit(missing)
      .pluck('seq');
    found.push(...seqs.map(Number));
    const seen = upTo - span.from;
    const needed = seqs.length > 0 ? (2 * missing * seen) / seqs.length : 0;
    width = Math.min(needed || Infinity, seen * FURTHER);
    upTo = span.from;
  }
  return found;
}
