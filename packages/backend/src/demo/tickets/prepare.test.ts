import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { demoCatalog } from '../../__testUtils__/demoPortal';
import { untilCatalogIsReady } from './prepare';

const stitched = demoCatalog().map(({ entity, ref }): Entity => ({
  ...entity,
  metadata: { ...entity.metadata, namespace: 'default' },
  relations: [{ type: 'relatesTo', targetRef: ref }],
}));

const auth = mockServices.auth({ pluginId: 'tickets' });

describe('untilCatalogIsReady', () => {
  it('waits until the last entity has its relations', async () => {
    const entities = stitched.map((entity, index) =>
      index === 3 ? { ...entity, relations: undefined } : entity,
    );
    const catalog = catalogServiceMock.mock();
    catalog.getEntitiesByRefs
      .mockRejectedValueOnce(new Error('starting'))
      .mockImplementationOnce(request =>
        catalogServiceMock({ entities }).getEntitiesByRefs(request),
      )
      .mockImplementation(request =>
        catalogServiceMock({ entities: stitched }).getEntitiesByRefs(request),
      );

    await untilCatalogIsReady({ auth, catalog }, new AbortController().signal);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
  });

  it('gives up when it is told to', async () => {
    const shutdown = new AbortController();
    const waiting = untilCatalogIsReady(
      { auth, catalog: catalogServiceMock({ entities: [] }) },
      shutdown.signal,
    );
    shutdown.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});
