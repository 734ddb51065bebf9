import {
  type Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Person } from '../domain/access/access';
import { relationTargets } from './relations/relations';

/** The groups that a user is a member of, and the parents of a group. */
const UPWARDS = [RELATION_MEMBER_OF, RELATION_CHILD_OF];

/**
 * Users, groups and other entities that were read from the catalog at once.
 * It is the one answer to who belongs to a group: its members and those of all
 * its descendants, at every depth.
 */
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
   * The groups that a user belongs to, the nearest first, in the catalog's
   * order; undefined when there is no such user.
   */
  groupsOf(userRef: string): string[] | undefined {
    return this.has(userRef) ? this.#groupsAbove([userRef]) : undefined;
  }

  /** All users who belong to a group, by reference; none when it is not there. */
  membersOf(groupRef: string): string[] {
    const groups = [...this.#reachable([groupRef], [RELATION_PARENT_OF])];
    const members = groups
      .flatMap(ref => this.#targets(ref, [RELATION_HAS_MEMBER]))
      .filter(ref => ref.startsWith('user:'));
    return [...new Set(members)].sort();
  }

  /** A person with all their groups; undefined when there is no such user. */
  person(userRef: string): Person | undefined {
    return this.has(userRef) ? this.belongings(userRef) : undefined;
  }

  /**
   * A user or a group with all their groups, whether they exist or not.
   *
   * @param groups - to which they belong, independent of the catalog
   */
  belongings(ref: string, groups: readonly string[] = []): Person {
    const all = [ref, ...groups, ...this.#groupsAbove([ref, ...groups])];
    return { ref, belongsTo: new Set(all) };
  }

  /** The groups above some users and groups, and not those themselves. */
  #groupsAbove(refs: readonly string[]): string[] {
    return [...this.#reachable(refs, UPWARDS)].slice(new Set(refs).size);
  }

  /**
   * All that relations lead to in any number of steps, the nearest first,
   * beginning with where they start. Circles end.
   */
  #reachable(from: readonly string[], relations: readonly string[]) {
    const reached = new Set(from);
    // iterating a set includes what is added on the way
    for (const ref of reached) {
      this.#targets(ref, relations).forEach(target => reached.add(target));
    }
    return reached;
  }

  #targets(ref: string, relations: readonly string[]): string[] {
    const entity = this.#entities.get(ref);
    return entity
      ? relations.flatMap(relation => relationTargets(entity, relation))
      : [];
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
