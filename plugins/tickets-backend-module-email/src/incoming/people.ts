import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * References of the users with this address in the catalog: none, one, or
 * several, of whom nobody knows who wrote.
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
  const { items } = await catalog.getEntities(
    {
      // the catalog compares without regard to capitals
      filter: { kind: 'User', 'spec.profile.email': address },
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return items.map(user => stringifyEntityRef(user));
}
