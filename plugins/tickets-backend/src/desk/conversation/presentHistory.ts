import type {
  EventDetail,
  TicketEvent,
} from '@portaldesk/plugin-tickets-common';
import { seenBy } from '../../domain/history';
import { versionFor } from '../../domain/versions';
import type { StoredEvent } from '../../store/events/StoredEvent';
import type { DeskStore } from '../../store/DeskStore';
import type { OpaqueIds } from '../opaque/OpaqueIds';
import type { ReadableTicket } from '../readableTicket';
import type { DeskContext } from '../context';
import { readableOthers } from '../relations/readableOthers';

/** The events of a ticket that a caller may see, in the form they may see. */
export async function presentHistory(
  { config, ids }: Pick<DeskContext, 'config' | 'ids'>,
  store: DeskStore,
  { ticket, access, scope }: ReadableTicket,
  events: readonly StoredEvent[],
): Promise<TicketEvent[]> {
  const named = events.flatMap(({ detail }) => otherTicketOf(detail) ?? []);
  const others = await readableOthers(store, scope, named);
  const reader = {
    ref: scope.person.ref,
    inside: access.inside,
    mayRead: (id: string) => others.has(id),
  };
  return events.flatMap(event => {
    // what happened to a merged ticket was filled into that one's form
    const category =
      event.origin === null ? ticket.category : event.originCategory;
    const detail = seenBy(config, reader, category, event);
    const version = versionFor(access, event);
    return detail ? [presentEvent(ids, { ...event, version, detail })] : [];
  });
}

function presentEvent(ids: OpaqueIds, event: StoredEvent): TicketEvent {
  const { detail } = event;
  return {
    id: ids.idOf('event', event.id),
    actor: event.actor,
    at: event.at.toISOString(),
    version: event.version,
    ...(event.origin !== null && { origin: event.origin }),
    detail:
      'messageId' in detail
        ? { ...detail, messageId: ids.idOf('message', detail.messageId) }
        : detail,
  };
}

/** The id of the other ticket that an event names. */
function otherTicketOf(detail: EventDetail): string | undefined {
  return 'ticket' in detail ? detail.ticket : undefined;
}
