import type {
  NotificationEvent,
  NotificationParty,
  NotificationRole,
} from '@portaldesk/plugin-tickets-common';
import type { Access, Person } from '../access/access';
import type { TicketState } from '../ticketState';

/**
 * Nobody is told of what they did themselves, except that who files a ticket
 * gets a confirmation, and that their other screens have to show what is new.
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
 * In these roles the requester's side is told nothing when it is muted. Who of
 * them is the assignee is told as that, and a private message is told to whom
 * it is for.
 */
const rolesThatCanBeMuted: readonly NotificationRole[] = [
  'requester',
  'added',
  'watcher',
];

/** What matters of a ticket when somebody is to be told of it. */
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
 * Whether somebody is told whom a notice was meant for by themselves or by a
 * group of theirs, as the ticket stands when it is delivered.
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
 * Whether somebody is told that a change took a ticket from them.
 *
 * @param ticket - as it was before when it is gone
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
 * Whether muting concerns somebody. The requester's side are the requester and
 * added people; who filed the ticket for the requester is an agent.
 *
 * @param refs - all that they are known by
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
