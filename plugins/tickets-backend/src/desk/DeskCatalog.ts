import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The annotation that names the support team of an asset. */
export const SUPPORT_TEAM_ANNOTATION = 'tickets/support-team';

/** What the desk needs to know of a catalog entity that a ticket is about. */
export interface Asset {
  readonly entityRef: string;
  readonly owner?: string;
  /** Canonical reference from the annotation; undefined when it is none. */
  readonly supportTeam?: string;
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
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['kind', 'metadata', 'relations'],
      },
      { credentials },
    );
    return items.map(entity => entity && asAsset(entity));
  }

  /** Those of these references that name groups in the catalog. */
  async existingGroups(refs: readonly string[]): Promise<Set<string>> {
    if (refs.length === 0) {
      return new Set();
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    return new Set(
      items.flatMap(entity => (entity ? [stringifyEntityRef(entity)] : [])),
    );
  }

  /**
   * The groups that a user is a direct member of, in the catalog's order;
   * undefined when there is no such user.
   */
  async groupsOf(userRef: string): Promise<string[] | undefined> {
    const user = await this.catalog.getEntityByRef(userRef, {
      credentials: await this.auth.getOwnServiceCredentials(),
    });
    return user && targets(user, RELATION_MEMBER_OF);
  }
}

function asAsset(entity: Entity): Asset {
  return {
    entityRef: stringifyEntityRef(entity),
    owner: targets(entity, RELATION_OWNED_BY)[0],
    supportTeam: groupRef(
      entity.metadata.annotations?.[SUPPORT_TEAM_ANNOTATION],
      entity.metadata.namespace,
    ),
  };
}

function targets(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
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
