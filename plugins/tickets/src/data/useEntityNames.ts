import { useApiHolder } from '@backstage/core-plugin-api';
import {
  defaultEntityPresentation,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';

const FIVE_MINUTES = 5 * 60_000;

/**
 * What people call entities, as text; where something shows them, the portal's
 * own components do better.
 *
 * @returns looks up the name of one of the references
 */
export function useEntityNames(
  refs: readonly string[],
): (ref: string) => string {
  const presentationApi = useApiHolder().get(entityPresentationApiRef);
  const { data } = useQuery({
    queryKey: keys.entityNames(refs),
    queryFn: async () => {
      const names = await Promise.all(
        refs.map(async ref => {
          const presentation = await presentationApi?.forEntity(ref).promise;
          return presentation?.primaryTitle;
        }),
      );
      return new Map(refs.map((ref, index) => [ref, names[index]]));
    },
    enabled: presentationApi !== undefined && refs.length > 0,
    staleTime: FIVE_MINUTES,
  });
  return ref => data?.get(ref) ?? defaultEntityPresentation(ref).primaryTitle;
}
