import type { NotificationRole } from '@portaldesk/plugin-tickets-common';
import type { TicketNotification } from '@portaldesk/plugin-tickets-node';
import type { Contact } from './Addresses';

/** A person or group that gets a mail. */
export interface MailRecipient {
  readonly name: string;
  readonly address: string;
  readonly roles: readonly NotificationRole[];
  readonly seesInternal: boolean;
  /** References of the users and groups who read what is sent there. */
  readonly refs: readonly string[];
}

type Notified = Pick<TicketNotification, 'recipients' | 'audience'>;

/** The users and groups whose addresses decide who gets a mail. */
export function refsToLookUp(notification: Notified): string[] {
  return [
    ...notification.recipients.map(({ ref }) => ref),
    ...teamsOf(notification).map(({ ref }) => ref),
  ];
}

/**
 * Who gets a mail: each address once, however it is spelt. A team with an
 * address gets one there, in place of those members who are notified for no other
 * reason than that they belong to it.
 *
 * @param withoutAddress - is called with the references of those who get none
 */
export function mailRecipients(
  notification: Notified,
  contacts: ReadonlyMap<string, Contact>,
  withoutAddress: (refs: string[]) => void,
): MailRecipient[] {
  const teams = teamsOf(notification);
  const reached = new Set(
    teams.map(({ ref }) => ref).filter(ref => contacts.get(ref)?.address),
  );
  const people = notification.recipients.filter(
    ({ ref, roles }) =>
      !roles.every(role => role === 'team') ||
      !isReached(contacts.get(ref), reached, teams.length),
  );
  const notified = [
    ...people,
    ...teams
      .filter(({ ref }) => reached.has(ref))
      .map(team => ({ ...team, seesInternal: true })),
  ];
  const lacking = people.filter(({ ref }) => !contacts.get(ref)?.address);
  if (lacking.length > 0) {
    withoutAddress(lacking.map(({ ref }) => ref));
  }
  return [...byAddress(notified, contacts).values()];
}

function teamsOf({ audience }: Notified) {
  return audience.filter(
    ({ ref, roles }) => ref.startsWith('group:') && roles.includes('team'),
  );
}

/**
 * Whether a member is notified at the address of their team. Where all teams have
 * one that is so for everybody, also for members of the groups below them.
 */
function isReached(
  contact: Contact | undefined,
  reached: ReadonlySet<string>,
  teams: number,
): boolean {
  return (
    reached.size > 0 &&
    (reached.size === teams ||
      (contact?.memberOf ?? []).some(group => reached.has(group)))
  );
}

function byAddress(
  notified: TicketNotification['recipients'],
  contacts: ReadonlyMap<string, Contact>,
): Map<string, MailRecipient> {
  const recipients = new Map<string, MailRecipient>();
  for (const { ref, roles, seesInternal } of notified) {
    const { name, address } = contacts.get(ref) ?? {};
    if (name !== undefined && address !== undefined) {
      const key = address.toLowerCase();
      const other = recipients.get(key);
      recipients.set(key, {
        name: other?.name ?? name,
        address: other?.address ?? address,
        roles: [...new Set([...(other?.roles ?? []), ...roles])],
        seesInternal: seesInternal && (other?.seesInternal ?? true),
        refs: [...(other?.refs ?? []), ref],
      });
    }
  }
  return recipients;
}
