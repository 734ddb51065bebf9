import type { MessageKind } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import { matching } from '../lists/matching';
import { withAssets } from '../findTickets';
import type { TicketRow } from '../tickets';
import type {
  FoundMessage,
  FoundTicket,
  SearchPosition,
  SearchRequest,
} from './SearchStore';
import { whereMatches } from './matches';
import { newestMatches } from './newestMatches';
import { newestText } from './newestText';
import { whereReadableText } from './readableTexts';

interface TextRow extends TicketRow {
  text_seq: number | string;
  message_seq: number | string | null;
  message_kind: MessageKind | null;
  message_body: string | null;
}

/** A ticket row with the texts for which it was found. */
interface Found {
  readonly row: TicketRow;
  readonly position: SearchPosition;
  readonly messages: FoundMessage[];
}

/** Most messages that are shown of a ticket. */
const MOST_MESSAGES = 3;

/** How many more texts are tried where few of them were for this person. */
const MORE = 8;

/** Most texts that are tried at once. */
const MOST_TEXTS = 10_000;

/** Most of these that are read at once. */
const MOST_ROWS = 500;

/**
 * Takes the newest texts that match and keeps those that somebody may read,
 * until there are enough tickets.
 */
export async function findTickets(
  knex: Knex,
  scope: Scope,
  request: SearchRequest,
): Promise<FoundTicket[]> {
  const { text, limit, position } = request;
  const newest = position?.newest ?? (await newestText(knex));
  const found = new Map<string, Found>();
  let before = position?.last ?? newest + 1;
  let size = 2 * limit;
  let exhausted = false;
  while (found.size < limit && !exhausted) {
    const seqs = await newestMatches(knex, {
      query: text.query,
      before,
      limit: size,
    });
    const rows: TextRow[] =
      seqs.length > 0 ? await readable(knex, scope, request, seqs) : [];
    collect(found, rows, { newest, limit });
    const cut = rows.length === MOST_ROWS;
    exhausted = seqs.length < size && !cut;
    before = cut ? Number(rows[MOST_ROWS - 1].text_seq) : seqs[seqs.length - 1];
    size = Math.min(size * MORE, MOST_TEXTS);
  }
  return complete(knex, [...found.values()]);
}

/** Those of some texts that somebody may read, with their tickets. */
function readable(
  knex: Knex,
  scope: Scope,
  { text, where, position }: SearchRequest,
  seqs: readonly number[],
): Knex.QueryBuilder {
  const query = matching(knex, scope, where)
    .join('ticket_texts', 'ticket_texts.ticket_id', 'tickets.id')
    .leftJoin(
      'ticket_messages',
      'ticket_messages.seq',
      'ticket_texts.message_seq',
    )
    .whereIn('ticket_texts.seq', seqs)
    .where(readableText =>
      whereReadableText(readableText, scope, text.shownFields),
    )
    .select('tickets.*', {
      text_seq: 'ticket_texts.seq',
      message_seq: 'ticket_texts.message_seq',
      message_kind: 'ticket_messages.kind',
      message_body: 'ticket_messages.body',
    })
    .orderBy('ticket_texts.seq', 'desc')
    .limit(MOST_ROWS);
  if (position) {
    query.whereNotExists(newer =>
      newer
        .from('ticket_texts')
        .whereRaw('ticket_texts.ticket_id = tickets.id')
        .whereBetween('ticket_texts.seq', [position.last, position.newest])
        .where(match => whereMatches(match, text.query))
        .where(readableText =>
          whereReadableText(readableText, scope, text.shownFields),
        ),
    );
  }
  return query;
}

function collect(
  found: Map<string, Found>,
  rows: readonly TextRow[],
  { newest, limit }: { newest: number; limit: number },
): void {
  for (const row of rows) {
    const one = found.get(row.id);
    const messages = one?.messages ?? [];
    if (!one && found.size < limit) {
      const position = { newest, last: Number(row.text_seq) };
      found.set(row.id, { row, position, messages });
    }
    if (
      row.message_seq !== null &&
      row.message_kind !== null &&
      row.message_body !== null &&
      messages.length < MOST_MESSAGES
    ) {
      messages.push({
        id: String(row.message_seq),
        kind: row.message_kind,
        body: row.message_body,
      });
    }
  }
}

async function complete(
  knex: Knex,
  found: readonly Found[],
): Promise<FoundTicket[]> {
  const tickets = await withAssets(
    knex,
    found.map(({ row }) => row),
  );
  return found.map(({ position, messages }, index) => ({
    ticket: tickets[index],
    position,
    messages,
  }));
}
