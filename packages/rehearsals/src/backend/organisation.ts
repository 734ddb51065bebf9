/** Who belongs to which group, and which component each group owns. */
const groups: Record<string, { members: string[]; owns: string[] }> = {
  support: { members: ['agent'], owns: ['queue'] },
  shop: { members: ['requester'], owns: ['website'] },
};

const entity = (
  kind: string,
  name: string,
  type: string,
  targets: readonly string[],
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: targets.map(target => ({
    type,
    targetRef: target.includes(':') ? target : `group:default/${target}`,
  })),
});

const userRef = (name: string) => `user:default/${name}`;

/** The catalog of a small organisation, in which writers write. */
export const entities = Object.entries(groups).flatMap(
  ([group, { members, owns }]) => [
    entity('Group', group, 'hasMember', members.map(userRef)),
    ...members.map(name => entity('User', name, 'memberOf', [group])),
    ...owns.map(name => entity('Component', name, 'ownedBy', [group])),
  ],
);

/** What a person owns: their groups, and themselves. */
export const ownedBy = (ref: string): string[] => [
  ref,
  ...Object.keys(groups)
    .filter(group => groups[group].members.map(userRef).includes(ref))
    .map(group => `group:default/${group}`),
];

/** The configuration of their desk. */
export const tickets = {
  teams: [{ group: 'group:default/support' }],
  defaultTeam: 'group:default/support',
};
