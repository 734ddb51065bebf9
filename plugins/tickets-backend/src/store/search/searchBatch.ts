import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { PreparedStatements } from '../sql/PreparedStatements';
import { type AssetsColumn, assetsColumn } from '../tickets/findTickets';
import { whereMatchesFilter } from '../where/whereMatchesFilter';
import { whereVisible } from '../where/branches';
import { type SummaryRow, summaryColumns } from '../tickets/TicketRow';
import type { SearchRequest } from './SearchRequest';
import { whereHolds } from '../sql/sql';
import { isPostgres } from '../sql/dialect';
import { whereItselfMatches, whereMatches } from '../texts/matches';
import { withNewestMatches } from '../texts/newestMatches';
import { isReadableText } from '../access/readableTexts';

/** Where texts are looked for, and how. */
export interface SearchDatabase {
  readonly knex: Knex;
  readonly statements: PreparedStatements;
  readonly bounds: SearchBounds;
}

/** How much one search may ask of the database. */
export interface SearchBounds {
  /** Most looks at texts that match, each at more than the one before. */
  readonly batches: number;
  /** People who see at most so many tickets have these looked through. */
  readonly fewTickets: number;
}

/** One look at some of the texts that match. */
export interface SearchBatch extends SearchRequest {
  /** Only texts with a smaller number. Absent: all there are. */
  readonly before?: number;
  /** How many are tried. */
  readonly size: number;
  readonly mostMessages: number;
  /** All tickets that may be read, where these are few. */
  readonly ticketIds?: readonly string[];
}

/** Where a batch began, and how far it reached. */
interface SearchWindow {
  /** Only texts with a smaller number were tried. */
  before: number | string;
  /** All were tried that match, down to this number; 0: all there are. */
  from: number | string;
}

/** A ticket that a batch found, with the newest text for which it did. */
export interface TicketBatchRow extends SearchWindow, SummaryRow, AssetsColumn {
  last_text: number | string;
  /** JSON of numbers, kinds and bodies, from the newest; null for none. */
  found_messages: string | null;
}

/** A row of a batch; there is one without a ticket where it found none. */
export type BatchRow = TicketBatchRow | (SearchWindow & { id: null });

/** Of each ticket, beside what is put together. */
const columns = [
  'search_window.*',
  'found.last_text',
  ...summaryColumns.map(column => `tickets.${column}`),
].join(', ');

/**
 * Finds the tickets of the newest texts that match and that the person may read,
 * from the newest text, in one statement.
 */
export async function searchBatch(
  { knex, statements }: SearchDatabase,
  scope: Scope,
  batch: SearchBatch,
): Promise<BatchRow[]> {
  const { text, before, size, ticketIds } = batch;
  const wanted = { query: text.query, before, limit: size, ticketIds };
  const found = withNewestMatches(knex, wanted)
    .withMaterialized('readable', readable(knex, scope, batch))
    .withMaterialized('found', foundTickets(knex, batch))
    .from('search_window')
    .leftJoin('found', knex.raw('true'))
    .joinRaw(ticketOf(knex, 'found.ticket_id', 'left'))
    .orderBy('found.last_text', 'desc')
    .select(knex.raw(columns), assetsColumn(knex), messagesColumn(knex, batch));
  return statements.rowsOf<BatchRow>(found);
}

/**
 * SQL that joins the ticket with an id, by nothing but that. Else PostgreSQL
 * would weigh all indexes of the table for what is wanted of the ticket, and
 * SQLite would begin with them.
 */
function ticketOf(knex: Knex, id: string, kind: 'inner' | 'left'): string {
  if (isPostgres(knex)) {
    return `${kind} join lateral (
        select * from tickets where tickets.id = ${id} offset 0
      ) as tickets on true`;
  }
  const inThisOrder = kind === 'inner' ? 'cross' : 'left';
  return `${inThisOrder} join tickets on tickets.id = ${id}`;
}

/** The texts that match and that the person may read. */
function readable(
  knex: Knex,
  scope: Scope,
  { text, where, except = [], position, ticketIds }: SearchBatch,
): Knex.QueryBuilder {
  const query = knex
    .from('matched as ticket_texts')
    .joinRaw(ticketOf(knex, 'ticket_texts.ticket_id', 'inner'))
    .select(
      'ticket_texts.seq',
      'ticket_texts.ticket_id',
      'ticket_texts.message_seq',
    );
  const isReadable = isReadableText(scope, text.shownFields);
  whereHolds(query, isReadable);
  whereMatchesFilter(query, scope, where);
  whereVisible(query, scope, where);
  if (except.length > 0) {
    query.whereNotIn('tickets.id', except);
  }
  if (position) {
    query.whereNotExists(newer => {
      newer
        .from('ticket_texts')
        .whereRaw('ticket_texts.ticket_id = tickets.id')
        .whereBetween('ticket_texts.seq', [position.last, position.newest])
        .where(match =>
          ticketIds
            ? whereItselfMatches(match, text.query)
            : whereMatches(match, text.query),
        );
      whereHolds(newer, isReadable);
    });
  }
  return query;
}

/** The tickets of those texts; PostgreSQL also collects the newest messages. */
function foundTickets(
  knex: Knex,
  { limit, mostMessages }: SearchBatch,
): Knex.QueryBuilder {
  const found = knex('readable')
    .select('ticket_id')
    .max({ last_text: 'seq' })
    .groupBy('ticket_id')
    .orderBy('last_text', 'desc')
    .limit(limit);
  return isPostgres(knex)
    ? found.select(
        knex.raw(
          `(array_agg(message_seq order by seq desc)
            filter (where message_seq is not null))[1:?::integer] as messages`,
          [mostMessages],
        ),
      )
    : found;
}

/** The newest of the messages for which a ticket was found. */
function messagesColumn(knex: Knex, { mostMessages }: SearchBatch): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(
        `(select json_agg(json_build_array(seq, kind, body) order by seq desc)::text
          from ticket_messages where seq = any(found.messages)
        ) as found_messages`,
      )
    : knex.raw(
        `(select json_group_array(json_array(seq, kind, body) order by seq desc)
          from ticket_messages where seq in (
            select message_seq from readable
            where readable.ticket_id = found.ticket_id
              and message_seq is not null
            order by seq desc limit ?
          )
        ) as found_messages`,
        [mostMessages],
      );
}
