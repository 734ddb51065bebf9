import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Person } from '../domain/access/access';
import type { AssetFacts } from '../domain/routing/assetFacts';
import { Directory } from './Directory';
import { relationTargets } from './relations/relations';

/** The annotation that names the support team of an asset. */
export const SUPPORT_TEAM_ANNOTATION = 'tickets/support-team';

/** The fields that make up the reference of an entity. */
const identity = ['kind', 'metadata.name', 'metadata.namespace'];

/** What the desk needs to know of a catalog entity that a ticket is about. */
export interface Asset extends AssetFacts {
  readonly entityRef: string;
}

/** The catalog as the desk uses it. */
export class DeskCatalog {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  /**
   * The assets with these references, in their order; undefined for those
   * that do not exist for the owner of the credentials.
   */
  async assets(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<(Asset | undefined)[]> {
    const entities = await this.#entities(refs, credentials, [
      'kind',
      'metadata',
      'relations',
      'spec.type',
    ]);
    return entities.map(entity => entity && asAsset(entity));
  }

  /** Those of these references that exist for the owner of the credentials. */
  async existing(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const entities = await this.#entities(refs, credentials, identity);
    return new Set(
      entities.flatMap(entity => (entity ? [stringifyEntityRef(entity)] : [])),
    );
  }

  /**
   * Reads users and groups at once, with who belongs to whom. For decisions
   * they are read with the desk's own rights, which shows nobody more of the
   * catalog than they may see; what is shown to somebody is read with theirs.
   *
   * @param credentials - default: the desk's own
   */
  async directory(
    refs: readonly (string | null | undefined)[],
    credentials?: BackstageCredentials,
  ) {
    const wanted = [...new Set(refs.filter(ref => typeof ref === 'string'))];
    const entities = await this.#entities(
      wanted,
      credentials ?? (await this.auth.getOwnServiceCredentials()),
      [...identity, 'metadata.title', 'spec.profile.displayName', 'relations'],
    );
    return new Directory(entities.filter(entity => entity !== undefined));
  }

  /** Those of these references that name groups in the catalog. */
  async existingGroups(refs: readonly string[]): Promise<Set<string>> {
    return this.existing(
      refs.filter(ref => ref.startsWith('group:')),
      await this.auth.getOwnServiceCredentials(),
    );
  }

  /**
   * The groups that a user is a direct member of, in the catalog's order;
   * undefined when there is no such user.
   */
  async groupsOf(userRef: string): Promise<string[] | undefined> {
    return (await this.directory([userRef])).groupsOf(userRef);
  }

  /** Somebody with all that they belong to; undefined when there is no such user. */
  async person(userRef: string): Promise<Person | undefined> {
    return (await this.directory([userRef])).person(userRef);
  }

  /** The direct members of a group, by reference; none when it is not there. */
  async membersOf(group: string): Promise<string[]> {
    return (await this.directory([group])).membersOf(group);
  }

  async #entities(
    refs: readonly string[],
    credentials: BackstageCredentials,
    fields: string[],
  ): Promise<(Entity | undefined)[]> {
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields },
      { credentials },
    );
    return items;
  }
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
