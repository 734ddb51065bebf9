import type { Message, TicketEvent } from '@portaldesk/plugin-tickets-common';
import { useEffect, useMemo } from 'react';
import { useEvents, useMessages } from '../../../data';

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
  'private-message-added',
]);

/** What happened to a ticket before it went into this one is in the history. */
function isOwn(event: TicketEvent): boolean {
  return event.origin === undefined;
}

const NOTHING_SAID: Message[] = [];
const NOTHING_HAPPENED: TicketEvent[] = [];

/** The messages of a ticket with its events in between, oldest first. */
export function useConversation(number: string) {
  const messages = useMessages(number);
  const events = useEvents(number);

  const loadedMessages = messages.data?.items ?? NOTHING_SAID;
  const loadedEvents = events.data?.items ?? NOTHING_HAPPENED;

  // Events older than the oldest loaded message appear with the messages
  // around them: without these they would stand in the wrong place.
  const since = messages.hasEarlier ? loadedMessages.at(-1)?.createdAt : '';
  const oldestEvent = loadedEvents.at(-1)?.at;
  const eventsAreMissing =
    messages.isSuccess &&
    events.hasEarlier &&
    !events.isLoadingEarlier &&
    !events.earlierFailed &&
    since !== undefined &&
    (oldestEvent === undefined || oldestEvent > since);
  const { loadEarlier } = events;
  useEffect(() => {
    if (eventsAreMissing) {
      loadEarlier();
    }
  }, [eventsAreMissing, loadEarlier]);

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
