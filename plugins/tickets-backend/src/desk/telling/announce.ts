import { randomUUID } from 'node:crypto';
import type { Side } from '@portaldesk/plugin-tickets-common';
import type { Person } from '../../domain/access/access';
import { occurrencesOf } from '../../domain/telling/audience';
import { deadlineOccurrences } from '../../domain/telling/deadlineNotices';
import {
  lossOccurrence,
  lossOccurrences,
} from '../../domain/telling/lostAccess';
import type { Happening, Occurrence } from '../../domain/telling/occasions';
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
  const happening: Happening = {
    before,
    after,
    assetOwners: assetOwnersOf(after),
    formerAssetOwners: assetOwnersOf(before ?? after),
    events,
    actor,
    side,
    other,
  };
  const { access, sla } = context.config;
  return [
    ...lossOccurrences(access, happening).flatMap(loss =>
      withdrawalOf(context, after, actor, loss),
    ),
    ...entriesOf(context, after, actor, [
      ...deadlineOccurrences(sla, before ?? after, events),
      ...occurrencesOf(context.config, happening),
    ]),
  ];
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

/**
 * Records what has to be told of a ticket that was deleted.
 *
 * @param merged - ids of the tickets that were merged into it, and go with it
 */
export async function announceDeletion(
  context: DeskContext,
  store: TicketStore,
  ticket: StoredTicket,
  merged: readonly string[],
  actor: Person,
): Promise<void> {
  const { access } = context.config;
  const owners = assetOwnersOf(ticket);
  const loss = lossOccurrence(ticket, owners, actor.ref);
  const notices = [
    ...[ticket.id, ...merged].flatMap(id =>
      withdrawalOf(context, { ...ticket, id }, actor, loss),
    ),
    ...entriesOf(context, ticket, actor, [
      deletionOccurrence(access, ticket, owners),
      loss,
    ]),
  ];
  await store.outbox.insert(notices);
  tellAfterCommit(context, store, notices);
}

/**
 * That what people were told of a ticket has to be taken back from those who
 * lost it. It comes before what is told of the same change, which they are not
 * told.
 */
function withdrawalOf(
  { announcer, clock }: DeskContext,
  { id: ticketId, number }: StoredTicket,
  { ref: actor }: Person,
  loss: Occurrence,
): OutboxEntry[] {
  return announcer?.withdrawals
    ? [
        {
          noticeId: randomUUID(),
          channel: announcer.withdrawals.id,
          ticketId,
          // whom it concerns shows when it is done: who was told of the ticket
          notice: { ...loss, parties: [], actor, number, subject: '' },
          createdAt: clock(),
        },
      ]
    : [];
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
