import { useApi } from '@backstage/core-plugin-api';
import type { Message, TicketEvent } from '@portaldesk/plugin-tickets-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { keys, REFETCH_INTERVAL } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

const MESSAGES_PER_PAGE = 25;
const EVENTS_PER_PAGE = 50;

/** The messages of a ticket, newest first, page by page. */
export function useMessages(number: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useInfiniteQuery({
    queryKey: keys.messages(number),
    queryFn: ({ pageParam, signal }) =>
      ticketsApi.listMessages(
        number,
        { limit: MESSAGES_PER_PAGE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    refetchInterval: REFETCH_INTERVAL,
  });
}

/** What happened to a ticket, newest first, page by page. */
export function useEvents(number: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useInfiniteQuery({
    queryKey: keys.events(number),
    queryFn: ({ pageParam, signal }) =>
      ticketsApi.listEvents(
        number,
        { limit: EVENTS_PER_PAGE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    refetchInterval: REFETCH_INTERVAL,
  });
}

/** One line of the conversation. */
export type ConversationEntry =
  | { type: 'message'; at: string; message: Message }
  | { type: 'event'; at: string; event: TicketEvent };

/** Events that come before the first message, which was written with them. */
const FILING: ReadonlySet<string> = new Set(['filed', 'routed']);

/** Messages are events, too; in the conversation they speak for themselves. */
const SPOKEN: ReadonlySet<string> = new Set([
  'replied',
  'noted',
  'messaged-privately',
]);

/** What happened to a ticket before it went into this one is in the history. */
function isOwn(event: TicketEvent): boolean {
  return event.origin === undefined;
}

/** The messages of a ticket with its events in between, oldest first. */
export function useConversation(number: string) {
  const messages = useMessages(number);
  const events = useEvents(number);

  const loadedMessages = useMemo(
    () => messages.data?.pages.flatMap(page => page.items) ?? [],
    [messages.data],
  );
  const loadedEvents = useMemo(
    () => events.data?.pages.flatMap(page => page.items) ?? [],
    [events.data],
  );

  // Events older than the oldest loaded message appear with the messages
  // around them; until there are no more messages, they would hang in the air.
  const since = messages.hasNextPage ? loadedMessages.at(-1)?.createdAt : '';
  const oldestEvent = loadedEvents.at(-1)?.at;
  const eventsAreMissing =
    messages.isSuccess &&
    events.hasNextPage &&
    !events.isFetching &&
    !events.isError &&
    since !== undefined &&
    (oldestEvent === undefined || oldestEvent > since);
  const { fetchNextPage } = events;
  useEffect(() => {
    if (eventsAreMissing) {
      fetchNextPage();
    }
  }, [eventsAreMissing, fetchNextPage]);

  const entries = useMemo(
    () => foldIn(loadedMessages, loadedEvents, since ?? ''),
    [loadedMessages, loadedEvents, since],
  );

  return { entries, messages, events };
}

function foldIn(
  messages: Message[],
  events: TicketEvent[],
  since: string,
): ConversationEntry[] {
  const spoken: ConversationEntry[] = messages.map(message => ({
    type: 'message',
    at: message.createdAt,
    message,
  }));
  const happened: ConversationEntry[] = events
    .filter(event => !SPOKEN.has(event.detail.type) && isOwn(event))
    .filter(event => event.at >= since)
    .map(event => ({ type: 'event', at: event.at, event }));
  // Both come newest first. Of what happened in the same instant, the filing
  // comes first and the consequences of a message after it.
  const filedFirst = (entry: ConversationEntry) =>
    entry.type === 'event' && FILING.has(entry.event.detail.type) ? 0 : 1;
  return [...spoken.reverse(), ...happened.reverse()].sort(
    (a, b) => compare(a.at, b.at) || filedFirst(a) - filedFirst(b),
  );
}

function compare(a: string, b: string) {
  const difference = Date.parse(a) - Date.parse(b);
  return Number.isNaN(difference) ? a.localeCompare(b) : difference;
}
