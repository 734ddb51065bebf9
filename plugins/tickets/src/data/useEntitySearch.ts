import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { EXCLUDED_KINDS } from '../lib/excludedKinds';
import { keys } from './keys';

const MAX_FOUND = 20;

/** Which entities of the catalog can be chosen. */
export type Choosable = 'asset' | 'group' | 'user' | 'party' | 'system';

const PREDICATES = {
  asset: { $not: { kind: { $in: EXCLUDED_KINDS } } },
  group: { kind: 'group' },
  user: { kind: 'user' },
  party: { kind: { $in: ['user', 'group'] } },
  system: { kind: 'system' },
};

/**
 * Finds entities by what people call them; what was found for the term before
 * stays while the next search runs.
 */
export function useEntitySearch(
  choosable: Choosable,
  term: string,
  options: { enabled: boolean },
) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: keys.catalogSearch(choosable, term),
    queryFn: () =>
      catalogApi.queryEntities({
        query: PREDICATES[choosable],
        fullTextFilter: {
          term,
          fields: ['metadata.name', 'metadata.title'],
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MAX_FOUND,
      }),
    enabled: options.enabled,
    placeholderData: keepPreviousData,
  });
}
