import { randomUUID } from 'node:crypto';
import type { Side } from '@portaldesk/plugin-tickets-common';
import type { Person } from '../../domain/access/access';
import { occurrencesOf } from '../../domain/telling/audience';
import { deadlineOccurrences } from '../../domain/telling/deadlineNotices';
import type { Occurrence } from '../../domain/telling/occasions';
import { deletionOccurrence } from '../../domain/telling/refreshes';
import type { NewEvent } from '../../domain/ticketState';
import type { OutboxEntry } from '../../store/OutboxStore';
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
 * transaction that makes it. Whoever records events of a ticket calls this,
 * unless they record what is told with their own.
 *
 * @param store - that of the transaction
 */
export async function announce(
  context: DeskContext,
  store: TicketStore,
  change: AnnouncedChange,
): Promise<void> {
  const notices = noticesOf(context, change);
  await store.outbox.insert(notices);
  tellAfterCommit(context, store, notices);
}

/**
 * What has to be told of a change, and to whom; nothing while the past is
 * imported.
 */
export function noticesOf(
  context: DeskContext,
  { before, after, events, actor, side }: AnnouncedChange,
): OutboxEntry[] {
  const occurrences = occurrencesOf(context.config, {
    before,
    after,
    assetOwners: assetOwnersOf(after),
    events,
    actor,
    side,
  });
  const { sla } = context.config;
  return entriesOf(context, after, actor, [
    ...deadlineOccurrences(sla, before ?? after, events),
    ...occurrences,
  ]);
}

/** Has told what was recorded, when the transaction is at its end. */
export function tellAfterCommit(
  { announcer }: DeskContext,
  store: TicketStore,
  notices: readonly OutboxEntry[],
): void {
  if (announcer && notices.length > 0) {
    store.afterCommit(() => announcer.wake());
  }
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
  const notices = entriesOf(context, ticket, actor, [deletion]);
  await store.outbox.insert(notices);
  tellAfterCommit(context, store, notices);
}

function entriesOf(
  { announcer, clock }: DeskContext,
  { id: ticketId, number, subject }: StoredTicket,
  { ref: actor }: Person,
  occurrences: readonly Occurrence[],
): OutboxEntry[] {
  if (!announcer) {
    return [];
  }
  const createdAt = clock();
  return occurrences.flatMap(occurrence => {
    const noticeId = randomUUID();
    const notice = { ...occurrence, actor, number, subject };
    return announcer
      .channelsFor(occurrence.occasion)
      .map(channel => ({ noticeId, channel, ticketId, notice, createdAt }));
  });
}
