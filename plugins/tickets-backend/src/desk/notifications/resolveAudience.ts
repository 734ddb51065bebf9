import type {
  NotificationParty,
  NotificationRole,
} from '@portaldesk/plugin-tickets-common';
import type { NotificationRecipient } from '@portaldesk/plugin-tickets-node';
import { type Person, accessTo, scopeOf } from '../../domain/access/access';
import { merge } from '../../domain/notifications/parties';
import {
  shouldNotify,
  shouldNotifyOfLoss,
} from '../../domain/notifications/shouldNotify';
import type { OutboxEntry } from '../../store/outbox/OutboxEntry';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import { ticketAccess } from '../present';
import type { AudienceSources } from './audienceSources';
import { peopleBehind } from './peopleBehind';
import { standIns } from './standIns';

/** The recipients of a notification at this moment. */
export interface ResolvedAudience {
  readonly recipients: NotificationRecipient[];
  /** Its parties, as far as they still have access. */
  readonly audience: NotificationParty[];
}

type NotificationOfTicket = Pick<OutboxEntry, 'notification' | 'ticketId'>;

const nobody: ResolvedAudience = { recipients: [], audience: [] };

/**
 * Finds the people behind the parties of a notification, and leaves out those
 * who may not read the ticket now. If there is work and none of them is
 * available, stand-ins are notified. The permission framework is not asked,
 * because it needs the credentials of the person.
 */
export async function resolveAudience(
  sources: AudienceSources,
  { notification, ticketId }: NotificationOfTicket,
): Promise<ResolvedAudience> {
  const { catalog, tickets } = sources;
  if (notification.event === 'deleted') {
    // a deleted ticket is announced to the people who could read it
    const { people } = await peopleBehind(catalog, notification.parties);
    return {
      recipients: people.map(({ person, roles }) => ({
        ref: person.ref,
        roles,
        seesInternal: false,
      })),
      audience: [...notification.parties],
    };
  }
  const ticket = await tickets.find(ticketId);
  if (notification.event === 'access-lost') {
    return audienceOfAccessLost(sources, notification, ticket);
  }
  const other =
    notification.otherTicket === undefined
      ? ticket
      : await tickets.find(notification.otherTicket);
  if (!ticket || !other) {
    return nobody;
  }
  const parties = notification.work
    ? merge([
        ...notification.parties,
        ...(await standIns(sources, notification, ticket)),
      ])
    : notification.parties;
  return select(sources, parties, (person, roles) => {
    const scope = scopeOf(sources.config.access, person);
    const access = ticketAccess(scope, ticket);
    return shouldNotify(notification, person, roles, access, ticket) &&
      ticketAccess(scope, other).read
      ? { ref: person.ref, roles: [...roles], seesInternal: access.inside }
      : undefined;
  });
}

/**
 * Those from whom a change took a ticket, and who have not got it back since.
 * Who was muted stays so when the ticket is gone.
 */
async function audienceOfAccessLost(
  sources: AudienceSources,
  notification: NotificationOfTicket['notification'],
  ticket: StoredTicket | undefined,
): Promise<ResolvedAudience> {
  const { access, parties } = notification;
  if (!access) {
    return nobody;
  }
  const { before, after, notifyRequester = true } = access;
  const muting = ticket ?? { ...before, notifyRequester };
  return select(sources, parties, (person, roles) => {
    const scope = scopeOf(sources.config.access, person);
    const lost =
      accessTo(scope, before).read &&
      !(after && accessTo(scope, after).read) &&
      !(ticket && ticketAccess(scope, ticket).read);
    return lost && shouldNotifyOfLoss(notification, person, roles, muting)
      ? { ref: person.ref, roles: [...roles], seesInternal: false }
      : undefined;
  });
}

/** @param asRecipient - undefined for a person who is not notified */
async function select(
  { catalog }: AudienceSources,
  parties: readonly NotificationParty[],
  asRecipient: (
    person: Person,
    roles: readonly NotificationRole[],
  ) => NotificationRecipient | undefined,
): Promise<ResolvedAudience> {
  const { people, directory } = await peopleBehind(catalog, parties);
  return {
    recipients: people.flatMap(
      ({ person, roles }) => asRecipient(person, roles) ?? [],
    ),
    audience: parties.filter(
      ({ ref, roles }) =>
        asRecipient(directory.belongings(ref), roles) !== undefined,
    ),
  };
}
