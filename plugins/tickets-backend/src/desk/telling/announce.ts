import { randomUUID } from 'node:crypto';
import type { Side } from '@portaldesk/plugin-tickets-common';
import type { Person } from '../../domain/access/access';
import { occurrencesOf } from '../../domain/telling/audience';
import { deadlineOccurrences } from '../../domain/telling/deadlineNotices';
import type { Occurrence } from '../../domain/telling/occasions';
import { deletionOccurrence } from '../../domain/telling/refreshes';
import type { NewEvent } from '../../domain/ticketState';
import type { StoredTicket, TicketStore } from '../../store/TicketStore';
import type { DeskContext } from '../context';
import { assetOwnersOf } from '../present';

/** One change of a ticket, with who made it. */
export interface AnnouncedChange {
  /** Undefined when the ticket was filed. */
  readonly before: StoredTicket | undefined;
  readonly after: StoredTicket;
  readonly events: readonly NewEvent[];
  readonly actor: Person;
  /** The side on which the actor stands. */
  readonly side: Side;
}

/**
 * Records what has to be told of a change, and to whom, as part of the
 * transaction that makes it. Whoever records events of a ticket calls this;
 * nothing is told while the past is imported.
 *
 * @param store - that of the transaction
 */
export async function announce(
  context: DeskContext,
  store: TicketStore,
  { before, after, events, actor, side }: AnnouncedChange,
): Promise<void> {
  const occurrences = occurrencesOf(context.config, {
    before,
    after,
    assetOwners: assetOwnersOf(after),
    events,
    actor,
    side,
  });
  const { sla } = context.config;
  await enqueue(context, store, after, actor, [
    ...deadlineOccurrences(sla, before ?? after, events),
    ...occurrences,
  ]);
}

/** Records that the screens have to know of a ticket that was deleted. */
export async function announceDeletion(
  context: DeskContext,
  store: TicketStore,
  ticket: StoredTicket,
  actor: Person,
): Promise<void> {
  const { access } = context.config;
  const deletion = deletionOccurrence(access, ticket, assetOwnersOf(ticket));
  await enqueue(context, store, ticket, actor, [deletion]);
}

async function enqueue(
  context: DeskContext,
  store: TicketStore,
  { id: ticketId, number, subject }: StoredTicket,
  { ref: actor }: Person,
  occurrences: readonly Occurrence[],
): Promise<void> {
  const { announcer } = context;
  if (!announcer) {
    return;
  }
  const createdAt = context.clock();
  const entries = occurrences.flatMap(occurrence => {
    const noticeId = randomUUID();
    const notice = { ...occurrence, actor, number, subject };
    return announcer
      .channelsFor(occurrence.occasion)
      .map(channel => ({ noticeId, channel, ticketId, notice, createdAt }));
  });
  if (entries.length > 0) {
    await store.outbox.insert(entries);
    store.afterCommit(() => announcer.wake());
  }
}
