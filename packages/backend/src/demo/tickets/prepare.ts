import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { allAssets } from './assets';
import { allPeople, groupRef } from './people';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 1_000;

const needed = [
  ...allPeople,
  ...allAssets,
  groupRef('platform-support'),
  groupRef('commerce-support'),
];

/** Resolves when everything that the demo tickets name is in the catalog. */
export async function untilCatalogIsReady(
  services: { auth: AuthService; catalog: CatalogService },
  signal: AbortSignal,
): Promise<void> {
  for (
    let pause = FIRST_PAUSE_MS;
    !(await isReady(services));
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS)
  ) {
    await sleep(pause, undefined, { signal });
  }
}

async function isReady({
  auth,
  catalog,
}: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<boolean> {
  try {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: needed, fields: ['kind', 'metadata.name', 'relations'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    // an entity is complete once its relations are: groups, owners
    return items.every(entity => (entity?.relations ?? []).length > 0);
  } catch {
    // the catalog is still starting
    return false;
  }
}
