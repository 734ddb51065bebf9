import { randomUUID } from 'node:crypto';
import type { Side } from '@portaldesk/plugin-tickets-common';
import type { Person } from '../../domain/access/access';
import { occurrencesOf } from '../../domain/telling/audience';
import { deadlineOccurrences } from '../../domain/telling/deadlineNotices';
import { lossOccurrence } from '../../domain/telling/lostAccess';
import type { Occurrence } from '../../domain/telling/occasions';
import { deletionOccurrence } from '../../domain/telling/refreshes';
import type { NewEvent, TicketState } from '../../domain/ticketState';
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
  /** The other of two tickets that are changed together. */
  readonly other?: Pick<TicketState, 'assignee'>;
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
  { before, after, events, actor, side, other }: AnnouncedChange,
): OutboxEntry[] {
  const occurrences = occurrencesOf(context.config, {
    before,
    after,
    assetOwners: assetOwnersOf(after),
    formerAssetOwners: assetOwnersOf(before ?? after),
    events,
    actor,
    side,
    other,
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

/** Records what has to be told of a ticket that was deleted. */
export async function announceDeletion(
  context: DeskContext,
  store: TicketStore,
  ticket: StoredTicket,
  actor: Person,
): Promise<void> {
  const { access } = context.config;
  const owners = assetOwnersOf(ticket);
  const notices = entriesOf(context, ticket, actor, [
    deletionOccurrence(access, ticket, owners),
    lossOccurrence(ticket, owners, actor.ref),
  ]);
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
    const notice = {
      ...occurrence,
      actor,
      number,
      // who lost access is told no more of the ticket than its number
      subject: occurrence.occasion === 'access-lost' ? '' : subject,
    };
    return announcer
      .channelsFor(occurrence.occasion)
      .map(channel => ({ noticeId, channel, ticketId, notice, createdAt }));
  });
}
