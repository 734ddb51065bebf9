import type {
  NoticeParty,
  NoticeRole,
} from '@portaldesk/plugin-tickets-common';
import type { NoticeRecipient } from '@portaldesk/plugin-tickets-node';
import { type Person, scopeOf } from '../../domain/access/access';
import { isTold } from '../../domain/telling/tellable';
import type { OutboxEntry } from '../../store/OutboxStore';
import type { TicketStore } from '../../store/TicketStore';
import type { DeskContext } from '../context';
import { ticketAccess } from '../present';

/** Whom a notice reaches at this moment. */
export interface ResolvedAudience {
  readonly recipients: NoticeRecipient[];
  /** The parties it was meant for, as far as they may still be told. */
  readonly audience: NoticeParty[];
}

/**
 * Finds the people behind the parties of a notice, and leaves out everybody who
 * may not read the ticket as it stands now. The permission framework is not
 * asked: it decides for people who are there with their credentials.
 */
export async function resolveAudience(
  {
    config,
    catalog,
    tickets,
  }: Pick<DeskContext, 'config' | 'catalog'> & {
    readonly tickets: Pick<TicketStore, 'findTicket'>;
  },
  { notice, ticketId }: Pick<OutboxEntry, 'notice' | 'ticketId'>,
): Promise<ResolvedAudience> {
  const users = await usersOf(catalog, notice.parties);
  if (notice.occasion === 'deleted') {
    // what nobody can read any more is told to those who could
    return {
      recipients: [...users].map(([ref, roles]) => ({
        ref,
        roles: [...roles],
        inside: false,
      })),
      audience: [...notice.parties],
    };
  }
  const ticket = await tickets.findTicket(ticketId);
  const other =
    notice.otherTicket === undefined
      ? ticket
      : await tickets.findTicket(notice.otherTicket);
  if (!ticket || !other) {
    return { recipients: [], audience: [] };
  }

  /** @returns undefined for somebody who is not told */
  const asRecipient = (
    person: Person,
    roles: readonly NoticeRole[],
  ): NoticeRecipient | undefined => {
    const scope = scopeOf(config.access, person);
    const access = ticketAccess(scope, ticket);
    return isTold(notice, person, roles, access, ticket) &&
      ticketAccess(scope, other).read
      ? { ref: person.ref, roles: [...roles], inside: access.inside }
      : undefined;
  };
  const directory = await catalog.directory([
    ...users.keys(),
    ...notice.parties.map(({ ref }) => ref),
  ]);
  const people = [...users.keys()].map(ref => directory.belongings(ref));
  return {
    recipients: people.flatMap(
      person => asRecipient(person, [...(users.get(person.ref) ?? [])]) ?? [],
    ),
    audience: notice.parties.filter(
      ({ ref, roles }) =>
        asRecipient(directory.belongings(ref), roles) !== undefined,
    ),
  };
}

/** The users among the parties, and in the groups among them, with their roles. */
async function usersOf(
  catalog: DeskContext['catalog'],
  parties: readonly NoticeParty[],
): Promise<Map<string, Set<NoticeRole>>> {
  const groups = parties.filter(({ ref }) => !isUser(ref));
  const directory = await catalog.directory(groups.map(({ ref }) => ref));
  const users = new Map<string, Set<NoticeRole>>();
  const add = (ref: string, roles: readonly NoticeRole[]) =>
    users.set(ref, new Set([...(users.get(ref) ?? []), ...roles]));
  parties
    .filter(({ ref }) => isUser(ref))
    .forEach(({ ref, roles }) => add(ref, roles));
  groups.forEach(({ ref: group, roles }) =>
    directory.membersOf(group).forEach(ref => add(ref, roles)),
  );
  return users;
}

function isUser(ref: string): boolean {
  return ref.startsWith('user:');
}
