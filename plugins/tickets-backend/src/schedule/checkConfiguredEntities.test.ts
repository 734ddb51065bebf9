import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { DeskCatalog } from '../desk/DeskCatalog';
import { AsyncCache } from '../desk/AsyncCache';
import { checkConfiguredEntities } from './checkConfiguredEntities';

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

/** What is warned of, when the catalog holds this at each look. */
async function warningsOf(refs: readonly string[], looks: readonly Entity[][]) {
  const logger = mockServices.logger.mock();
  const catalogs = looks.map(
    entities =>
      new DeskCatalog(
        catalogServiceMock({ entities }),
        mockServices.auth(),
        new AsyncCache({ ttl: 0, max: 1, clock: () => new Date() }),
      ),
  );
  let look = -1;
  await checkConfiguredEntities(
    {
      config: {
        entities: refs.map((ref, index) => ({
          path: `tickets.admins[${index}]`,
          ref,
        })),
      },
      catalog: {
        directory: (...args) => {
          look += 1;
          return catalogs[look].directory(...args);
        },
        refsOfKinds: (...args) => catalogs[look].refsOfKinds(...args),
      },
      logger,
    },
    { signal: new AbortController().signal, looks: looks.map(() => 0) },
  );
  return logger.warn.mock.calls.map(([text]) => text);
}

const here = [entity('Group', 'support'), entity('User', 'jane')];

describe('users and groups that the configuration names', () => {
  it('are not warned of when the catalog has them', async () => {
    await expect(
      warningsOf(['group:default/support', 'user:default/jane'], [here]),
    ).resolves.toEqual([]);
  });

  it('are warned of when the catalog lacks them, with what was meant', async () => {
    await expect(
      warningsOf(
        ['group:default/suport', 'group:default/support', 'user:default/bob'],
        [here, here, here],
      ),
    ).resolves.toEqual([
      'tickets.admins[0] is "group:default/suport", which the catalog does not have: nobody belongs to it, so that what goes there reaches nobody (did you mean group:default/support?)',
      'tickets.admins[2] is "user:default/bob", which the catalog does not have: nobody can be reached there',
    ]);
  });

  it('are waited for while the catalog is being read', async () => {
    await expect(
      warningsOf(
        ['group:default/support', 'user:default/jane'],
        [[], [], [], [here[0]], here],
      ),
    ).resolves.toEqual([]);
  });

  it('are not warned of by one look alone, which may have come in between', async () => {
    const some = [entity('Group', 'support'), entity('User', 'bob')];
    await expect(
      warningsOf(
        ['group:default/support', 'user:default/jane'],
        [some, here, here],
      ),
    ).resolves.toEqual([]);
  });

  it('are warned of once, however often they are looked for', async () => {
    await expect(
      warningsOf(['group:default/x'], [[], here, here, here, here]),
    ).resolves.toHaveLength(1);
  });
});

it('a catalog that cannot be read is said, and stops nothing', async () => {
  const logger = mockServices.logger.mock();
  await checkConfiguredEntities(
    {
      config: { entities: [{ path: 'tickets.admins[0]', ref: 'user:a/b' }] },
      catalog: {
        directory: async () => {
          throw new Error('away');
        },
        refsOfKinds: async () => [],
      },
      logger,
    },
    { signal: new AbortController().signal, looks: [0] },
  );
  expect(logger.warn).toHaveBeenCalledTimes(1);
});
