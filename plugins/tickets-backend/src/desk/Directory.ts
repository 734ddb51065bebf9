import {
  type Entity,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Person } from '../domain/access/access';
import { relationTargets } from './relations/relations';

/** Users, groups and other entities that were read from the catalog at once. */
export class Directory {
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(entities: readonly Entity[]) {
    this.#entities = new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
  }

  has(ref: string): boolean {
    return this.#entities.has(ref);
  }

  /**
   * The groups that a user is a direct member of, in the catalog's order;
   * undefined when there is no such user.
   */
  groupsOf(userRef: string): string[] | undefined {
    const user = this.#entities.get(userRef);
    return user && relationTargets(user, RELATION_MEMBER_OF);
  }

  /** The direct members of a group, by reference; none when it is not there. */
  membersOf(groupRef: string): string[] {
    const group = this.#entities.get(groupRef);
    return group
      ? relationTargets(group, RELATION_HAS_MEMBER)
          .filter(ref => ref.startsWith('user:'))
          .sort()
      : [];
  }

  /** Somebody with all that they belong to; undefined when there is no such user. */
  person(userRef: string): Person | undefined {
    const groups = this.groupsOf(userRef);
    return groups && { ref: userRef, belongsTo: new Set([userRef, ...groups]) };
  }

  /** What people call an entity; undefined when it is not there. */
  nameOf(ref: string): string | undefined {
    const entity = this.#entities.get(ref);
    return entity && (displayName(entity) ?? entity.metadata.name);
  }
}

function displayName({ metadata, spec }: Entity): string | undefined {
  const profile = spec?.profile;
  const name =
    typeof profile === 'object' && !Array.isArray(profile)
      ? profile?.displayName
      : undefined;
  return typeof name === 'string' ? name : metadata.title;
}
