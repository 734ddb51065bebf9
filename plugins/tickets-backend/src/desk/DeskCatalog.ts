import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Person } from '../domain/access/access';
import type { AssetFacts } from '../domain/routing/assetFacts';
import type { Caller } from './Caller';
import { Directory } from './Directory';
import type { AsyncCache } from './AsyncCache';
import { isGroup, isUser, readDirectory } from './readDirectory';
import { canonicalRef, relationTargets } from './relations/relations';
import { serviceAnswer } from './serviceAnswer';

/** The annotation that names the support team of an asset. */
export const SUPPORT_TEAM_ANNOTATION = 'tickets/support-team';

/** All that the desk reads of an entity. */
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.tags',
  'metadata.annotations',
  'spec.type',
  'spec.profile.displayName',
  'relations',
];

const RELATIONS: readonly string[] = [
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
];

/** What the desk needs to know of a catalog entity that a ticket is about. */
export interface Asset extends AssetFacts {
  readonly entityRef: string;
}

/** The person for whom the catalog is read. */
export type CatalogReader = Pick<Caller, 'credentials' | 'readsWholeCatalog'>;

/**
 * The catalog as the desk uses it. What the desk reads with its own rights is
 * cached for a short time, and used for everyone from whom the permission
 * framework hides nothing in the catalog. For others it is read with their
 * rights each time.
 */
export class DeskCatalog {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
    private readonly kept: AsyncCache<Entity | undefined>,
  ) {}

  /**
   * The assets with these references, in their order; undefined for those
   * that do not exist for the reader.
   */
  async assets(
    refs: readonly string[],
    reader: CatalogReader,
  ): Promise<(Asset | undefined)[]> {
    const entities = await this.#entities(refs, reader);
    return entities.map(entity => entity && asAsset(entity));
  }

  /** The same with the desk's own rights, for decisions without a caller. */
  async ownAssets(refs: readonly string[]): Promise<(Asset | undefined)[]> {
    const entities = await this.#known(refs);
    return entities.map(entity => entity && asAsset(entity));
  }

  /** Those of these references that exist for the reader. */
  async existing(
    refs: readonly string[],
    reader: CatalogReader,
  ): Promise<Set<string>> {
    const assets = await this.assets(refs, reader);
    return new Set(assets.flatMap(asset => asset?.entityRef ?? []));
  }

  /**
   * Reads users and groups, with all members of these groups and all their
   * parent groups. They are read with the desk's own rights, because they serve
   * decisions and are not shown.
   */
  async directory(
    refs: readonly (string | null | undefined)[],
  ): Promise<Directory> {
    const wanted = unique(refs);
    return readDirectory(more => this.#known(more), {
      only: wanted,
      above: wanted.filter(ref => isUser(ref) || isGroup(ref)),
      below: wanted.filter(isGroup),
    });
  }

  /**
   * Reads users and groups with all their groups, without the cache: for what
   * is hard to undo.
   */
  async freshDirectory(
    refs: readonly (string | null | undefined)[],
  ): Promise<Directory> {
    const wanted = unique(refs);
    const credentials = await this.auth.getOwnServiceCredentials();
    return readDirectory(more => this.#read(more, credentials), {
      only: wanted,
      above: wanted.filter(ref => isUser(ref) || isGroup(ref)),
    });
  }

  /** References of entities of some kinds, as many as asked for at most. */
  async refsOfKinds(
    kinds: readonly string[],
    limit: number,
  ): Promise<string[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const { items } = await serviceAnswer('catalog', () =>
      this.catalog.queryEntities(
        {
          filter: { kind: [...kinds] },
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          limit,
        },
        { credentials },
      ),
    );
    return items.map(entity => stringifyEntityRef(entity));
  }

  /** Reads the names of entities, as far as they exist for the reader. */
  async names(
    refs: readonly (string | null | undefined)[],
    reader: CatalogReader,
  ): Promise<Directory> {
    const entities = await this.#entities(unique(refs), reader);
    return new Directory(entities.filter(entity => entity !== undefined));
  }

  /**
   * A person who belongs to these groups, and so to all their parent groups.
   */
  async belongings(ref: string, groups: readonly string[]): Promise<Person> {
    const directory = await readDirectory(more => this.#known(more), {
      above: unique(groups).filter(isGroup),
    });
    return directory.belongings(ref, groups);
  }

  /** A person with all their groups; undefined when there is no such user. */
  async person(userRef: string): Promise<Person | undefined> {
    return (await this.directory([userRef])).person(userRef);
  }

  #entities(refs: readonly string[], reader?: CatalogReader) {
    return reader && !reader.readsWholeCatalog
      ? this.#read(refs, reader.credentials)
      : this.#known(refs);
  }

  /**
   * What is cached, and the rest read in one request with the desk's own
   * rights.
   */
  async #known(refs: readonly string[]): Promise<(Entity | undefined)[]> {
    const unknown: string[] = [];
    let reading: Promise<Map<string, Entity | undefined>> | undefined;
    const readLater = async () => {
      // by then it is known what is not cached
      await Promise.resolve();
      const entities = await this.#read(
        unknown,
        await this.auth.getOwnServiceCredentials(),
      );
      return new Map(unknown.map((ref, index) => [ref, entities[index]]));
    };
    return Promise.all(
      refs.map(ref =>
        this.kept.get(ref, async () => {
          unknown.push(ref);
          reading ??= readLater();
          return (await reading).get(ref);
        }),
      ),
    );
  }

  async #read(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<(Entity | undefined)[]> {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await serviceAnswer('catalog', () =>
      this.catalog.getEntitiesByRefs(
        { entityRefs: [...refs], fields: FIELDS },
        { credentials },
      ),
    );
    return items.map(entity => entity && withKnownRelations(entity));
  }
}

function unique(refs: readonly (string | null | undefined)[]): string[] {
  const named = refs.filter(ref => typeof ref === 'string');
  return [...new Set(named.map(canonicalRef))];
}

/** The other relations of a group or a system can be many. */
function withKnownRelations(entity: Entity): Entity {
  return {
    ...entity,
    relations: entity.relations?.filter(({ type }) => RELATIONS.includes(type)),
  };
}

function asAsset(entity: Entity): Asset {
  const type = entity.spec?.type;
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLowerCase(),
    type: typeof type === 'string' ? type : undefined,
    system: systemOf(entity),
    tags: entity.metadata.tags ?? [],
    annotations: entity.metadata.annotations ?? {},
    owner: relationTargets(entity, RELATION_OWNED_BY)[0],
    supportTeam: groupRef(
      entity.metadata.annotations?.[SUPPORT_TEAM_ANNOTATION],
      entity.metadata.namespace,
    ),
  };
}

function systemOf(entity: Entity): string | undefined {
  return entity.kind.toLowerCase() === 'system'
    ? stringifyEntityRef(entity)
    : relationTargets(entity, RELATION_PART_OF).find(ref =>
        ref.startsWith('system:'),
      );
}

function groupRef(
  text: string | undefined,
  defaultNamespace: string | undefined,
): string | undefined {
  try {
    return text === undefined
      ? undefined
      : stringifyEntityRef(
          parseEntityRef(text, { defaultKind: 'group', defaultNamespace }),
        );
  } catch {
    return undefined;
  }
}
