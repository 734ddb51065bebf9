import type { Scope } from '../../domain/access/access';
import { assetsOf } from '../tickets/findTickets';
import { summaryFromRow } from '../tickets/rows';
import type { FoundMessage, FoundTicket, FoundTickets } from './FoundTickets';
import type { SearchRequest } from './SearchRequest';
import { visibleIdsIfFew } from '../where/visibleIds';
import {
  type BatchRow,
  type SearchDatabase,
  type TicketBatchRow,
  searchBatch,
} from './searchBatch';

/** Most messages that are shown of a ticket. */
const MOST_MESSAGES = 3;

/** Most tickets that later texts are looked at for. */
const MOST_TICKETS = 500;

/** How many more texts are tried where few of them were for this person. */
const MORE = 8;

/** Most texts that are tried at once. */
const MOST_TEXTS = 10_000;

/**
 * Takes the newest texts that match and keeps those that the person may read,
 * until there are enough tickets. For people who see few tickets and do not find
 * enough among the newest texts, it goes on in those few tickets alone.
 */
export async function findTickets(
  database: SearchDatabase,
  scope: Scope,
  request: SearchRequest,
): Promise<FoundTickets> {
  const { knex, bounds } = database;
  const { limit, position, where } = request;
  const found = new Map<string, FoundTicket>();
  let newest = position?.newest;
  let before = position?.last;
  let size = 2 * limit;
  let ticketIds: readonly string[] | undefined;
  let exhausted = request.text.query.wanted.length === 0;
  for (
    let batch = 0;
    batch < bounds.batches && found.size < limit && !exhausted;
    batch++
  ) {
    if (batch === 1) {
      ticketIds = await visibleIdsIfFew(knex, scope, where, bounds.fewTickets);
    }
    const rows = await searchBatch(database, scope, {
      ...request,
      before,
      ticketIds,
      size: ticketIds ? MOST_TEXTS : size,
      // those found before have older messages among the other tickets
      limit: found.size === 0 ? limit : MOST_TICKETS,
      mostMessages: MOST_MESSAGES,
    });
    newest ??= Number(rows[0].before) - 1;
    collect(found, rows.filter(isOfTicket), { newest, limit });
    before = Number(rows[0].from);
    exhausted = before === 0;
    size = Math.min(size * MORE, MOST_TEXTS);
  }
  const tickets = [...found.values()];
  return exhausted ||
    found.size === limit ||
    newest === undefined ||
    before === undefined
    ? { tickets }
    : { tickets, stoppedAt: { newest, last: before } };
}

function isOfTicket(row: BatchRow): row is TicketBatchRow {
  return row.id !== null;
}

/** Adds what was found to what newer texts were found for. */
function collect(
  found: Map<string, FoundTicket>,
  rows: readonly TicketBatchRow[],
  { newest, limit }: { newest: number; limit: number },
): void {
  for (const row of rows) {
    const one = found.get(row.id);
    const messages = messagesOf(row.found_messages);
    if (one) {
      found.set(row.id, {
        ...one,
        messages: [...one.messages, ...messages].slice(0, MOST_MESSAGES),
      });
    } else if (found.size < limit) {
      found.set(row.id, {
        ticket: summaryFromRow(row, assetsOf(row)),
        position: { newest, last: Number(row.last_text) },
        messages,
      });
    }
  }
}

function messagesOf(json: string | null): FoundMessage[] {
  const messages: [number, FoundMessage['kind'], string][] = JSON.parse(
    json ?? '[]',
  );
  return messages.map(([seq, kind, body]) => ({
    id: String(seq),
    kind,
    body,
  }));
}
