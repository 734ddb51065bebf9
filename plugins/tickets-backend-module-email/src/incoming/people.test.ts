import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { Senders, usersWithAddress } from './people';

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

describe('many senders', () => {
  const jane = user('jane', 'jane@example.com');
  const john = user('john', 'JOHN@example.com');

  function start() {
    const getEntities = jest.fn(async () => ({ items: [jane, john] }));
    const services = { auth: mockServices.auth(), catalog: { getEntities } };
    return { getEntities, senders: new Senders(services) };
  }

  it('are asked for together, each for their own', async () => {
    const { getEntities, senders } = start();
    await senders.foresee([
      'jane@example.com',
      'john@example.com',
      'nobody@example.com',
      'a,b@example.com',
    ]);
    expect(await senders.with('jane@example.com')).toEqual([
      'user:default/jane',
    ]);
    expect(await senders.with('john@example.com')).toEqual([
      'user:default/john',
    ]);
    expect(await senders.with('nobody@example.com')).toEqual([]);
    expect(getEntities).toHaveBeenCalledTimes(1);
    expect(await senders.with('a,b@example.com')).toEqual([]);
  });

  it('are asked for alone where nobody foresaw them, or that failed', async () => {
    const { getEntities, senders } = start();
    getEntities.mockRejectedValueOnce(new Error('away'));
    await senders.foresee(['jane@example.com']);
    expect(await senders.with('jane@example.com')).toEqual([
      'user:default/jane',
    ]);
    expect(await senders.with('john@example.com')).toEqual([
      'user:default/john',
    ]);
    expect(getEntities).toHaveBeenCalledTimes(3);
  });
});
