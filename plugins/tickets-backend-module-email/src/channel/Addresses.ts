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

/** How long an answer of the catalog is used again, in milliseconds. */
const FRESH = 10_000;

/** Of how many users and groups. */
const MAX_KNOWN = 5_000;

/** How many are asked for in one request. */
const BATCH = 200;

interface Known {
  readonly contact: Promise<Contact>;
  /** As `performance.now` says. */
  readonly until: number;
}

interface Wanted {
  readonly ref: string;
  readonly resolve: (contact: Contact) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Reads names and addresses from the catalog: of all mails that are made at the
 * same time together, and for some seconds once.
 */
export class Addresses {
  readonly #known = new Map<string, Known>();
  #wanted: Wanted[] = [];

  constructor(
    private readonly catalog: Pick<CatalogService, 'getEntitiesByRefs'>,
    private readonly auth: AuthService,
  ) {}

  /** Users and groups that there are not have only a name. */
  async of(refs: readonly string[]): Promise<Map<string, Contact>> {
    const unique = [...new Set(refs)];
    const contacts = await Promise.all(unique.map(ref => this.#contact(ref)));
    return new Map(unique.map((ref, index) => [ref, contacts[index]]));
  }

  #contact(ref: string): Promise<Contact> {
    const now = performance.now();
    const known = this.#known.get(ref);
    if (known && known.until > now) {
      return known.contact;
    }
    if (this.#known.size >= MAX_KNOWN) {
      this.#known.clear();
    }
    const contact = this.#ask(ref);
    this.#known.set(ref, { contact, until: now + FRESH });
    contact.catch(() => this.#known.delete(ref));
    return contact;
  }

  #ask(ref: string): Promise<Contact> {
    return new Promise((resolve, reject) => {
      this.#wanted.push({ ref, resolve, reject });
      if (this.#wanted.length === 1) {
        setImmediate(() => this.#askAll());
      }
    });
  }

  #askAll(): void {
    const wanted = this.#wanted;
    this.#wanted = [];
    for (let at = 0; at < wanted.length; at += BATCH) {
      const some = wanted.slice(at, at + BATCH);
      this.#read(some).catch(error => some.forEach(it => it.reject(error)));
    }
  }

  async #read(wanted: readonly Wanted[]): Promise<void> {
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: wanted.map(({ ref }) => ref), fields },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    wanted.forEach(({ ref, resolve }, index) =>
      resolve(contactOf(ref, items[index])),
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
