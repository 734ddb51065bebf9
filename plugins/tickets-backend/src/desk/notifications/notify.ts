import { randomUUID } from 'node:crypto';
import type { Side } from '@portaldesk/plugin-tickets-common';
import type { Person } from '../../domain/access/access';
import { notificationsOf } from '../../domain/notifications/audience';
import { deadlineNotifications } from '../../domain/notifications/deadlineNotifications';
import {
  accessLostNotification,
  accessLostNotifications,
} from '../../domain/notifications/lostAccess';
import type {
  CompletedChange,
  Notification,
} from '../../domain/notifications/drafts';
import { deletionNotification } from '../../domain/notifications/refreshes';
import type { NewEvent, TicketState } from '../../domain/ticketState';
import type { OutboxEntry } from '../../store/outbox/OutboxEntry';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import type { DeskContext } from '../context';
import { assetOwnersOf } from '../present';

/** One change of a ticket, with who made it. */
export interface NotifiableChange {
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
 * Records the notifications of a change in the outbox, as part of its
 * transaction. Every use case that records events of a ticket calls this,
 * unless it writes the notifications together with the events.
 *
 * @param store - that of the transaction
 */
export async function notify(
  context: DeskContext,
  store: DeskStore,
  change: NotifiableChange,
): Promise<void> {
  const notifications = notificationEntriesOf(context, change);
  await store.outbox.insert(notifications);
  signalAfterCommit(context, store, notifications);
}

/** The outbox entries of a change; none during an import. */
export function notificationEntriesOf(
  context: DeskContext,
  { before, after, events, actor, side, other }: NotifiableChange,
): OutboxEntry[] {
  const change: CompletedChange = {
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
    ...accessLostNotifications(access, change).flatMap(loss =>
      withdrawalOf(context, after, actor, loss),
    ),
    ...entriesOf(context, after, actor, [
      ...deadlineNotifications(sla, before ?? after, events),
      ...notificationsOf(context.config, change),
    ]),
  ];
}

/** Wakes the relay after the commit. */
export function signalAfterCommit(
  { outboxSignal }: DeskContext,
  store: DeskStore,
  notifications: readonly OutboxEntry[],
): void {
  if (outboxSignal && notifications.length > 0) {
    store.afterCommit(() => outboxSignal.wake());
  }
}

/**
 * Records the notifications of a deleted ticket.
 *
 * @param merged - ids of the tickets that were merged into it and are deleted
 *   with it
 */
export async function notifyOfDeletion(
  context: DeskContext,
  store: DeskStore,
  ticket: StoredTicket,
  merged: readonly string[],
  actor: Person,
): Promise<void> {
  const { access } = context.config;
  const owners = assetOwnersOf(ticket);
  const loss = accessLostNotification(ticket, owners, actor.ref);
  const notifications = [
    ...[ticket.id, ...merged].flatMap(id =>
      withdrawalOf(context, { ...ticket, id }, actor, loss),
    ),
    ...entriesOf(context, ticket, actor, [
      deletionNotification(access, ticket, owners),
      loss,
    ]),
  ];
  await store.outbox.insert(notifications);
  signalAfterCommit(context, store, notifications);
}

/**
 * The withdrawal of notifications from people who lost access. It comes before
 * the notifications of the same change, which those people do not get.
 */
function withdrawalOf(
  { outboxSignal, clock }: DeskContext,
  { id: ticketId, number }: StoredTicket,
  { ref: actor }: Person,
  loss: Notification,
): OutboxEntry[] {
  return outboxSignal?.withdrawals
    ? [
        {
          notificationId: randomUUID(),
          channel: outboxSignal.withdrawals.id,
          ticketId,
          // the withdrawal itself looks up who was notified of the ticket
          notification: { ...loss, parties: [], actor, number, subject: '' },
          createdAt: clock(),
        },
      ]
    : [];
}

function entriesOf(
  { outboxSignal, clock }: DeskContext,
  { id: ticketId, number, subject }: StoredTicket,
  { ref: actor }: Person,
  notifications: readonly Notification[],
): OutboxEntry[] {
  if (!outboxSignal) {
    return [];
  }
  const createdAt = clock();
  return notifications.flatMap(notification => {
    const notificationId = randomUUID();
    const content = {
      ...notification,
      actor,
      number,
      // people who lost access learn only the number of the ticket
      subject: notification.event === 'access-lost' ? '' : subject,
    };
    return outboxSignal.channelsFor(notification.event).map(channel => ({
      notificationId,
      channel,
      ticketId,
      notification: content,
      createdAt,
    }));
  });
}
