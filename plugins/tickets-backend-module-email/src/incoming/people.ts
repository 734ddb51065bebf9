import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * References of the users with this address in the catalog: none, one, or
 * several, of whom nobody knows who wrote. The client of the catalog reads a
 * comma in a value as the beginning of another condition, so that an address
 * could ask for another person: what is found is compared.
 */
export async function usersWithAddress(
  {
    catalog,
    auth,
  }: {
    catalog: Pick<CatalogService, 'getEntities'>;
    auth: AuthService;
  },
  address: string,
): Promise<string[]> {
  if (address.includes(',')) {
    return [];
  }
  const { items } = await catalog.getEntities(
    {
      // the catalog compares without regard to capitals
      filter: { kind: 'User', 'spec.profile.email': address },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'spec.profile.email',
      ],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return items
    .filter(user => isSame(emailOf(user), address))
    .map(user => stringifyEntityRef(user));
}

function emailOf({ spec }: Entity): unknown {
  const profile = spec?.profile as { email?: unknown } | undefined;
  return profile?.email;
}

function isSame(email: unknown, address: string): boolean {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return typeof email === 'string' && lower(email) === lower(address);
}
