import type {
  NotificationParty,
  NotificationRole,
} from '@portaldesk/plugin-tickets-common';
import type { Person } from '../../domain/access/access';
import type { DeskCatalog } from '../DeskCatalog';
import type { Directory } from '../Directory';

/**
 * A person who is a party of a notification, or a member of a group that is.
 */
export interface PersonBehind {
  readonly person: Person;
  readonly inCatalog: boolean;
  readonly roles: NotificationRole[];
}

/** The people among some parties, and who belongs to what. */
export interface PeopleBehind {
  /** Each person once. */
  readonly people: readonly PersonBehind[];
  readonly directory: Directory;
}

/** Finds the people among these parties, and in the groups among them. */
export async function peopleBehind(
  catalog: Pick<DeskCatalog, 'directory'>,
  parties: readonly NotificationParty[],
): Promise<PeopleBehind> {
  const users = await usersOf(catalog, parties);
  const directory = await catalog.directory([
    ...users.keys(),
    ...parties.map(({ ref }) => ref),
  ]);
  const people = [...users].map(([ref, roles]) => ({
    person: directory.belongings(ref),
    inCatalog: directory.has(ref),
    roles: [...roles],
  }));
  return { people, directory };
}

async function usersOf(
  catalog: Pick<DeskCatalog, 'directory'>,
  parties: readonly NotificationParty[],
): Promise<Map<string, Set<NotificationRole>>> {
  const groups = parties.filter(({ ref }) => !isUser(ref));
  const directory = await catalog.directory(groups.map(({ ref }) => ref));
  const users = new Map<string, Set<NotificationRole>>();
  const add = (ref: string, roles: readonly NotificationRole[]) =>
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
