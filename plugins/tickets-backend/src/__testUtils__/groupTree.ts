import type { Entity } from '@backstage/catalog-model';

/** Which groups contain which groups, and who is a direct member of which. */
export interface GroupTree {
  /** The groups below each group; a group that is no key is not in the catalog. */
  readonly children: Readonly<Record<string, readonly string[]>>;
  /** The groups of each person. */
  readonly memberships: Readonly<Record<string, readonly string[]>>;
}

export const groupRef = (name: string) => `group:default/${name}`;
export const personRef = (name: string) => `user:default/${name}`;

type Relation = [type: string, targetRef: string];

/**
 * The entities of a tree as the catalog gives them: every relation stands at
 * both of its ends, as far as these are there.
 */
export function groupTreeEntities(tree: GroupTree): Entity[] {
  const { children, memberships } = tree;
  const groups = Object.entries(children).map(([group, below]) => {
    const relations: Relation[] = [
      ...below.map((name): Relation => ['parentOf', groupRef(name)]),
      ...Object.entries(children)
        .filter(([, others]) => others.includes(group))
        .map(([name]): Relation => ['childOf', groupRef(name)]),
      ...Object.entries(memberships)
        .filter(([, own]) => own.includes(group))
        .map(([name]): Relation => ['hasMember', personRef(name)]),
    ];
    return treeEntity('Group', group, relations);
  });
  const people = Object.entries(memberships).map(([person, own]) =>
    treeEntity(
      'User',
      person,
      own.map((name): Relation => ['memberOf', groupRef(name)]),
    ),
  );
  return [...groups, ...people];
}

/** The groups that somebody signs in with: those that they are a member of. */
export function signInGroups({ memberships }: GroupTree) {
  return (userRef: string) =>
    (memberships[userRef.replace(personRef(''), '')] ?? []).map(groupRef);
}

function treeEntity(
  kind: string,
  name: string,
  relations: readonly Relation[],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}
