import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { usersWithAddress } from './people';

const user = (name: string, email?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: email === undefined ? {} : { email } },
});

/** Of a catalog that finds these, whatever it is asked. */
const find = (address: string, ...found: Entity[]) =>
  usersWithAddress(
    {
      auth: mockServices.auth(),
      catalog: { getEntities: async () => ({ items: found }) },
    },
    address,
  );

describe('the users with an address', () => {
  it('are those whom the catalog finds, with capitals or without', async () => {
    await expect(
      find('jane@example.com', user('jane', 'Jane@Example.com')),
    ).resolves.toEqual(['user:default/jane']);
  });

  it('are nobody else whom an address makes the catalog find', async () => {
    const address =
      '"x,spec.profile.email=boss@example.com,spec.profile.email="@evil.example';
    await expect(find(address, user('boss', address))).resolves.toEqual([]);
    await expect(
      find('x@evil.example', user('boss', 'boss@example.com'), user('nobody')),
    ).resolves.toEqual([]);
  });
});
