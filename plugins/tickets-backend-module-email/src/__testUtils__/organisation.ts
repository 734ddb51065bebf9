import type { Entity } from '@backstage/catalog-model';

/** Who belongs to which group in the tests. */
const members: Record<string, string[]> = {
  support: ['agent', 'second-agent'],
  network: ['other-agent'],
  shop: ['requester', 'colleague'],
  admins: ['admin'],
  outsiders: ['watcher', 'no-mail'],
};

function entity(
  kind: string,
  name: string,
  relations: [string, string][],
  profile?: { displayName?: string; email?: string },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { ...(profile && { profile }) },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/**
 * Two support teams, of which `network` has an address, a team that uses the
 * desk, admins, and somebody without an address.
 */
export const organisation: readonly Entity[] = [
  ...Object.entries(members).map(([group, people]) =>
    entity(
      'Group',
      group,
      people.map(person => ['hasMember', `user:default/${person}`]),
      group === 'network' ? { email: 'network@example.com' } : undefined,
    ),
  ),
  ...Object.entries(members).flatMap(([group, people]) =>
    people.map(person =>
      entity(
        'User',
        person,
        [['memberOf', `group:default/${group}`]],
        person === 'no-mail'
          ? undefined
          : { displayName: `The ${person}`, email: `${person}@example.com` },
      ),
    ),
  ),
  entity('Component', 'queue', [['ownedBy', 'group:default/support']]),
  entity('Component', 'router', [['ownedBy', 'group:default/network']]),
];

/** The references of the groups that a person belongs to. */
export function groupsOf(userRef: string): string[] {
  return Object.entries(members)
    .filter(([, people]) => people.some(name => userRef.endsWith(`/${name}`)))
    .map(([group]) => `group:default/${group}`);
}
