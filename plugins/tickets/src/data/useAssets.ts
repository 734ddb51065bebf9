import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';

const FIVE_MINUTES = 5 * 60_000;

/** The catalog's entities of these references, in one request, by reference. */
export function useAssets(entityRefs: string[]) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: keys.entities(entityRefs),
    queryFn: async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: ['kind', 'metadata', 'spec.type', 'relations'],
      });
      return new Map<string, Entity | undefined>(
        entityRefs.map((ref, index) => [ref, items[index]]),
      );
    },
    enabled: entityRefs.length > 0,
    staleTime: FIVE_MINUTES,
  });
}
