import type { Entity } from '@backstage/catalog-model';

/** Who belongs to which group in the tests, and what the groups own. */
const members: Record<string, string[]> = {
  support: ['agent', 'second-agent'],
  'other-support': ['other-agent'],
  shop: ['requester', 'colleague'],
  payments: ['owner'],
  admins: ['admin'],
  outsiders: ['outsider', 'to-person', 'cc-person'],
};

const owned: [
  name: string,
  owner: string,
  annotations?: Record<string, string>,
][] = [
  ['ledger', 'payments', { 'tickets/support-team': 'support' }],
  ['queue', 'support'],
  ['website', 'shop'],
  ['misrouted', 'support', { 'tickets/support-team': 'nobody' }],
];

function entity(
  kind: string,
  name: string,
  relations: [string, string][],
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/** A small organisation: two support teams, three other groups, four components. */
export const organisation: readonly Entity[] = [
  ...Object.entries(members).map(([group, people]) =>
    entity(
      'Group',
      group,
      people.map(person => ['hasMember', `user:default/${person}`]),
    ),
  ),
  ...Object.entries(members).flatMap(([group, people]) =>
    people.map(person =>
      entity('User', person, [['memberOf', `group:default/${group}`]]),
    ),
  ),
  ...owned.map(([name, owner, annotations]) =>
    entity(
      'Component',
      name,
      [['ownedBy', `group:default/${owner}`]],
      annotations,
    ),
  ),
];

/** The references of the groups that a person belongs to. */
export function groupsOf(userRef: string): string[] {
  return Object.entries(members)
    .filter(([, people]) => people.some(name => userRef.endsWith(`/${name}`)))
    .map(([group]) => `group:default/${group}`);
}

/** Configuration of a desk for this organisation. */
export const deskConfig = {
  admins: ['group:default/admins'],
  teams: [
    { group: 'group:default/support' },
    { group: 'group:default/other-support' },
  ],
  defaultTeam: 'group:default/other-support',
  categories: [
    { id: 'incident', title: 'Incident', priority: 'high' },
    { id: 'question', title: 'Question' },
  ],
};
