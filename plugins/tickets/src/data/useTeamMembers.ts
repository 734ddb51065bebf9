import {
  type Entity,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';

/** More people than one can choose from in a list. */
const MOST_MEMBERS = 500;

/**
 * The people who belong to a team or to a group inside of it, as references,
 * by name.
 */
export function useTeamMembers(team: string) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: keys.members(team),
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: {
          kind: 'user',
          'relations.memberof': await withDescendants(catalogApi, team),
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_MEMBERS,
      });
      return items.map(user => stringifyEntityRef(user));
    },
    enabled: team !== '',
  });
}

/** A group and all groups inside of it, read level by level. */
async function withDescendants(
  catalogApi: CatalogApi,
  team: string,
): Promise<string[]> {
  const groups = new Set([team]);
  let level = [team];
  while (level.length > 0) {
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: level,
      fields: ['kind', 'relations'],
    });
    level = items.flatMap(childGroups).filter(ref => !groups.has(ref));
    level.forEach(ref => groups.add(ref));
  }
  return [...groups];
}

function childGroups(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === RELATION_PARENT_OF)
    .map(({ targetRef }) => targetRef);
}
