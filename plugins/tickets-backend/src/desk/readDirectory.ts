import {
  type Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { Directory } from './Directory';
import { relationTargets } from './relations/relations';

/** Reads entities, in the order of their references. */
type ReadEntities = (
  refs: readonly string[],
) => Promise<readonly (Entity | undefined)[]>;

/** Where to begin; everything by canonical reference. */
interface DirectoryStart {
  /** Of these, nothing else is wanted. */
  readonly only?: readonly string[];
  /** Users and groups whose parent groups are needed. */
  readonly above?: readonly string[];
  /** Groups whose child groups are needed. */
  readonly below?: readonly string[];
}

/** The groups that some relations lead to, level by level. */
class Way {
  readonly #seen: Set<string>;

  constructor(
    readonly relations: readonly string[],
    private level: readonly string[],
  ) {
    this.#seen = new Set(level);
  }

  /** Goes on to the next level, which has no group that was there before. */
  next(entities: ReadonlyMap<string, Entity | undefined>): readonly string[] {
    const targets = this.level.flatMap(ref => {
      const entity = entities.get(ref);
      return entity
        ? this.relations.flatMap(relation => relationTargets(entity, relation))
        : [];
    });
    this.level = [...new Set(targets)].filter(
      ref => isGroup(ref) && !this.#seen.has(ref),
    );
    this.level.forEach(ref => this.#seen.add(ref));
    return this.level;
  }
}

/**
 * Reads users and groups with their parent and child groups. Each level is one
 * request, regardless of its size, and nothing is read twice.
 */
export async function readDirectory(
  read: ReadEntities,
  { only = [], above = [], below = [] }: DirectoryStart,
): Promise<Directory> {
  const entities = new Map<string, Entity | undefined>();
  const ways = [
    new Way([RELATION_MEMBER_OF, RELATION_CHILD_OF], above),
    new Way([RELATION_PARENT_OF], below),
  ];
  let level = [...only, ...above, ...below];
  while (level.length > 0) {
    const unread = [...new Set(level)].filter(ref => !entities.has(ref));
    const found = await read(unread);
    unread.forEach((ref, index) => entities.set(ref, found[index]));
    level = ways.flatMap(way => way.next(entities));
  }
  return new Directory([...entities.values()].filter(it => it !== undefined));
}

export function isUser(ref: string): boolean {
  return ref.startsWith('user:');
}

export function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}
