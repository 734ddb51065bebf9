import {
  type GetTicketQuery,
  MAX_PAGE_SIZE,
  type MessagePage,
  type PageQuery,
  type TicketEvent,
  type TicketEventPage,
  type TicketWithMessages,
  isAnonymousReporter,
  pageQuerySchema,
} from '@portaldesk/plugin-tickets-common';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { Caller } from '../Caller';
import type { DeskContext } from '../context';
import { readEntryCursor } from '../cursors';
import { withAccessMarked } from '../people/markAccess';
import { presentMessage, presentTicket } from '../present';
import { presentHistory } from './presentHistory';
import { withReadableOrigins } from './readableOrigins';
import {
  type ReadableTicket,
  readableTicket,
  ticketToRead,
} from '../readableTicket';

export async function listMessages(
  context: DeskContext,
  caller: Caller,
  key: string,
  page: PageQuery,
): Promise<MessagePage> {
  const found = await readableTicket(context, caller, key);
  return messagesOf(context, caller, found, page);
}

/**
 * One ticket, with its newest messages where they are asked for: access to both
 * is decided on once.
 */
export async function getTicket(
  context: DeskContext,
  caller: Caller,
  key: string,
  { include }: GetTicketQuery = {},
): Promise<TicketWithMessages> {
  const found = await ticketToRead(context, caller, key);
  const shown = await withAccessMarked(
    context,
    found,
    presentTicket(context.config, found.scope, found.ticket),
  );
  if (include === undefined) {
    return shown;
  }
  const newest = pageQuerySchema.parse({});
  return {
    ...shown,
    messages: await messagesOf(context, caller, found, newest),
  };
}

async function messagesOf(
  context: DeskContext,
  caller: Caller,
  { ticket, access, scope }: ReadableTicket,
  page: PageQuery,
): Promise<MessagePage> {
  const found = await context.store.messages.list(
    ticket.id,
    { ref: caller.ref, inside: access.inside },
    {
      limit: page.limit + 1,
      before: readEntryCursor(context.ids, 'message', page.cursor),
    },
  );
  const shown = await withReadableOrigins(context.store, scope, found);
  await rememberSeen(context, caller, ticket);
  return pageOf(
    shown.map(message => presentMessage(context.ids, message)),
    page.limit,
  );
}

/**
 * Anonymous reporters take back what nobody has read. Who was shown it has read
 * it, whether or not their client says so.
 */
async function rememberSeen(
  { store }: DeskContext,
  { ref }: Caller,
  { id, requester }: StoredTicket,
): Promise<void> {
  if (isAnonymousReporter(requester) && ref !== requester) {
    await store.reads.record(ref, id, 'present');
  }
}

/** How many events are read in one query; more than the longest page. */
const EVENTS_AT_ONCE = MAX_PAGE_SIZE + 1;

/**
 * The history of a ticket and of those that were merged into it. Reads until
 * the page is full of events that the caller may see, so that its length does
 * not reveal other events.
 */
export async function listEvents(
  context: DeskContext,
  caller: Caller,
  key: string,
  page: PageQuery,
): Promise<TicketEventPage> {
  const { store, ids } = context;
  const found = await readableTicket(context, caller, key);
  const limit = page.limit + 1;
  const visible: TicketEvent[] = [];
  let before = readEntryCursor(ids, 'event', page.cursor);
  while (visible.length < limit) {
    const events = await store.events.history(found.ticket.id, {
      limit: EVENTS_AT_ONCE,
      before,
    });
    visible.push(...(await presentHistory(context, store, found, events)));
    if (events.length < EVENTS_AT_ONCE) {
      break;
    }
    before = events[events.length - 1].id;
  }
  return pageOf(visible, page.limit);
}

function pageOf<T extends { id: string }>(
  found: readonly T[],
  limit: number,
): { items: T[]; nextCursor?: string } {
  const items = found.slice(0, limit);
  return {
    items,
    ...(found.length > limit && { nextCursor: items[items.length - 1].id }),
  };
}
