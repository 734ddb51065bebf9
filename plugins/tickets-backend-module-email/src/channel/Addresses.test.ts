import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { organisation } from '../__testUtils__/organisation';
import { Addresses } from './Addresses';

const ref = (name: string) => `user:default/${name}`;

function start() {
  const catalog = catalogServiceMock({ entities: [...organisation] });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  return { asked, addresses: new Addresses(catalog, mockServices.auth()) };
}

describe('addresses of the catalog', () => {
  it('are asked for together, and for some seconds once', async () => {
    const { asked, addresses } = start();
    const [one, other] = await Promise.all([
      addresses.of([ref('requester'), ref('agent'), ref('requester')]),
      addresses.of([ref('agent'), ref('nobody')]),
    ]);
    expect(one.get(ref('requester'))).toMatchObject({
      name: 'The requester',
      address: 'requester@example.com',
    });
    expect(other.get(ref('nobody'))).toEqual({
      name: 'nobody',
      address: undefined,
      memberOf: [],
    });
    await addresses.of([ref('agent')]);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await addresses.of([])).toEqual(new Map());
  });

  it('are asked for again when that failed', async () => {
    const { asked, addresses } = start();
    asked.mockRejectedValueOnce(new Error('away'));
    await expect(addresses.of([ref('agent')])).rejects.toThrow('away');
    expect(
      (await addresses.of([ref('agent')])).get(ref('agent')),
    ).toMatchObject({
      address: 'agent@example.com',
    });
  });

  it('are asked for again after a while', async () => {
    const { asked, addresses } = start();
    await addresses.of([ref('agent')]);
    const now = performance.now();
    const time = jest.spyOn(performance, 'now').mockReturnValue(now + 11_000);
    try {
      await addresses.of([ref('agent')]);
    } finally {
      time.mockRestore();
    }
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
