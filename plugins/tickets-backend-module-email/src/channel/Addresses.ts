import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What the catalog says of a person, as far as mails need it. */
export interface Contact {
  readonly name: string;
  /** Undefined where there is none that mail can be sent to. */
  readonly address?: string;
  /** References of the groups that they are direct members of. */
  readonly memberOf: readonly string[];
}

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
  'relations',
];

/** Reads names and addresses from the catalog. */
export class Addresses {
  constructor(
    private readonly catalog: Pick<CatalogService, 'getEntitiesByRefs'>,
    private readonly auth: AuthService,
  ) {}

  /** In one request; users and groups that there are not have only a name. */
  async of(refs: readonly string[]): Promise<Map<string, Contact>> {
    const unique = [...new Set(refs)];
    if (unique.length === 0) {
      return new Map();
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: unique, fields },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    return new Map(
      unique.map((ref, index) => [ref, contactOf(ref, items[index])]),
    );
  }
}

function contactOf(ref: string, entity: Entity | undefined): Contact {
  const profile = (entity?.spec?.profile ?? {}) as Record<string, unknown>;
  const { displayName, email } = profile;
  return {
    name: textOf(displayName) ?? textOf(entity?.metadata.title) ?? nameIn(ref),
    address: isAddress(email) ? email.trim() : undefined,
    memberOf: (entity?.relations ?? [])
      .filter(({ type }) => type === 'memberOf')
      .map(({ targetRef }) => targetRef),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** One address and nothing else: no list of them, and nothing to break a header. */
function isAddress(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 320 &&
    /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(
      value.trim(),
    )
  );
}

function nameIn(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
