import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';

/** More people than one can choose from in a list. */
const MOST_MEMBERS = 500;

/** The people who belong to a team, as references, by name. */
export function useTeamMembers(team: string) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: keys.members(team),
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: 'user', 'relations.memberof': team },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_MEMBERS,
      });
      return items.map(user => stringifyEntityRef(user));
    },
    enabled: team !== '',
  });
}
