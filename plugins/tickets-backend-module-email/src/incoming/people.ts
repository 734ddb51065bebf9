import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

interface CatalogServices {
  readonly catalog: Pick<CatalogService, 'getEntities'>;
  readonly auth: AuthService;
}

/**
 * References of the users with this address in the catalog: none, one, or
 * several, of whom nobody knows who wrote.
 */
export async function usersWithAddress(
  services: CatalogServices,
  address: string,
): Promise<string[]> {
  return (await usersWithAddresses(services, [address])).get(address) ?? [];
}

/**
 * The same for several addresses, in one request. The client of the catalog reads
 * a comma in a value as the beginning of another condition, so that an address
 * could ask for another person: what is found is compared.
 */
async function usersWithAddresses(
  { catalog, auth }: CatalogServices,
  addresses: readonly string[],
): Promise<Map<string, string[]>> {
  const askable = addresses.filter(address => !address.includes(','));
  if (askable.length === 0) {
    return new Map();
  }
  const { items } = await catalog.getEntities(
    {
      // the catalog compares without regard to capitals
      filter: askable.map(address => ({
        kind: 'User',
        'spec.profile.email': address,
      })),
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'spec.profile.email',
      ],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return new Map(
    askable.map(address => [
      address,
      items
        .filter(user => isSame(emailOf(user), address))
        .map(user => stringifyEntityRef(user)),
    ]),
  );
}

/** How long an answer of the catalog is used, in milliseconds. */
const FRESH = 10_000;

/** For how many senders the catalog is asked in one request. */
const BATCH = 25;

/** Who has which address: of many senders the catalog is asked together. */
export class Senders {
  #known = new Map<string, string[]>();
  #until = 0;

  constructor(private readonly services: CatalogServices) {}

  /** Asks for all of them; where that fails, each is asked for later. */
  async foresee(addresses: readonly string[]): Promise<void> {
    const known = new Map<string, string[]>();
    const unique = [...new Set(addresses)];
    try {
      for (let at = 0; at < unique.length; at += BATCH) {
        const some = unique.slice(at, at + BATCH);
        (await usersWithAddresses(this.services, some)).forEach(
          (users, address) => known.set(address, users),
        );
      }
    } catch {
      known.clear();
    }
    this.#known = known;
    this.#until = performance.now() + FRESH;
  }

  /** Those with this address, as {@link usersWithAddress} finds them. */
  async with(address: string): Promise<string[]> {
    const known =
      performance.now() < this.#until ? this.#known.get(address) : undefined;
    return known ?? usersWithAddress(this.services, address);
  }
}

function emailOf({ spec }: Entity): unknown {
  const profile = spec?.profile as { email?: unknown } | undefined;
  return profile?.email;
}

function isSame(email: unknown, address: string): boolean {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return typeof email === 'string' && lower(email) === lower(address);
}
