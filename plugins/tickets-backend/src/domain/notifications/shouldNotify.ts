import type {
  NotificationEvent,
  NotificationParty,
  NotificationRole,
} from '@portaldesk/plugin-tickets-common';
import type { Access, Person } from '../access/access';
import type { TicketState } from '../ticketState';

/**
 * People are not notified of their own changes, except for the confirmation of
 * a ticket that they filed, and updates of their other screens.
 */
export function notifiesActor(
  event: NotificationEvent,
  roles: readonly NotificationRole[],
): boolean {
  return (
    roles.includes('reader') ||
    (event === 'filed' && roles.includes('requester'))
  );
}

/**
 * In these roles the requester's side is not notified when it is muted.
 * Assignees among them are notified as assignees, and private messages reach
 * their recipients.
 */
const rolesThatCanBeMuted: readonly NotificationRole[] = [
  'requester',
  'added',
  'watcher',
];

/** The state of a ticket that decides who is notified. */
type Muting = Pick<TicketState, 'requester' | 'people' | 'notifyRequester'>;

/** What muting the requester's side leaves of the parties. */
export function unmuted(
  ticket: Muting,
  parties: readonly NotificationParty[],
): NotificationParty[] {
  return parties.filter(
    ({ ref, roles }) => !isMuted(ticket, new Set([ref]), roles),
  );
}

/**
 * Whether a person is notified at delivery, as a party of the notification or
 * as a member of one.
 */
export function shouldNotify(
  notification: { event: NotificationEvent; inside: boolean; actor: string },
  { ref, belongsTo }: Person,
  roles: readonly NotificationRole[],
  access: Access,
  ticket: Muting,
): boolean {
  const { event } = notification;
  return (
    access.read &&
    (access.inside || !notification.inside) &&
    (ref !== notification.actor || notifiesActor(event, roles)) &&
    !(ref === ticket.requester && event === 'noted') &&
    !isMuted(ticket, belongsTo, roles)
  );
}

/**
 * Whether a person is notified of lost access.
 *
 * @param ticket - its last state when it is deleted
 */
export function shouldNotifyOfLoss(
  notification: { actor: string },
  { ref, belongsTo }: Person,
  roles: readonly NotificationRole[],
  ticket: Muting,
): boolean {
  return ref !== notification.actor && !isMuted(ticket, belongsTo, roles);
}

/**
 * Whether muting applies to a person. The requester's side are the requester
 * and added people; the person who filed the ticket for the requester is an
 * agent.
 *
 * @param refs - the person's own reference and those of their groups
 */
function isMuted(
  { notifyRequester, requester, people }: Muting,
  refs: ReadonlySet<string>,
  roles: readonly NotificationRole[],
): boolean {
  const isOnTheirSide =
    refs.has(requester) ||
    people.some(({ ref, role }) => role !== 'watcher' && refs.has(ref));
  return (
    !notifyRequester &&
    isOnTheirSide &&
    roles.every(role => rolesThatCanBeMuted.includes(role))
  );
}
