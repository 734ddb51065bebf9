import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from './TicketConditions';
import { hasNarrowVisibility } from './branches';
import { visibleBranches } from '../access/visibility';

/**
 * To look through so many tickets for a word takes as long as to look through the
 * texts with a frequent word for those that the person may read.
 */
export const MAX_VISIBLE_IDS = 2000;

/**
 * The ids of all tickets that the person may read, where these are few; undefined
 * where they are more, or where the tickets that are meant are of teams which
 * they see as a whole. It takes no longer when there are many.
 */
export async function visibleIdsIfFew(
  knex: Knex,
  scope: Scope,
  where: Pick<TicketConditions, 'team' | 'insideOnly'>,
  most: number = MAX_VISIBLE_IDS,
): Promise<string[] | undefined> {
  if (!hasNarrowVisibility(scope, where)) {
    return undefined;
  }
  const branches = visibleBranches(scope, where.insideOnly ?? false).map(
    ({ narrow }, index) => {
      const branch = knex('tickets')
        .select('tickets.id')
        .limit(most + 1);
      narrow(branch);
      return knex.select('id').from(branch.as(`part_${index}`));
    },
  );
  const ids: string[] = await knex
    .from(knex.union(branches).as('seen'))
    .limit(most + 1)
    .pluck('id');
  return ids.length > most ? undefined : ids;
}
