import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import { seesWholeTeams } from '../../domain/access/wholeTeams';
import type { TicketConditions } from './TicketConditions';
import {
  type VisibleBranch,
  visibleBranches,
  whereInside,
  wherePermitted,
  whereReadable,
} from '../access/visibility';

/**
 * More teams than these are looked for together, and so are those of which one
 * sees little, for which there are parts enough.
 */
const MOST_TEAMS = 6;

/** A part of the tickets that match. */
export interface UnionBranch extends VisibleBranch {
  readonly where: TicketConditions;
}

/**
 * The parts that together are what matches and may be seen; a ticket can be in
 * several of them. Of each there is an index. Without parts a database would
 * read the list from its beginning until it found enough that a person with
 * narrow visibility may see.
 */
export function branchesOf(
  scope: Scope,
  where: TicketConditions,
): UnionBranch[] {
  const { requester, team = [] } = where;
  if (requester) {
    return ['tickets.requester', 'tickets.created_by'].map(column => ({
      where: { ...where, requester: undefined },
      size: 'of-a-person',
      narrow: query => {
        query.whereIn(column, requester);
        whereVisible(query, scope, where);
      },
    }));
  }
  if (team.length > 1 && team.length <= MOST_TEAMS) {
    const little = team.filter(one =>
      hasNarrowVisibility(scope, { team: [one] }),
    );
    const whole = team.filter(one => !little.includes(one));
    if (whole.length > 0) {
      const apart = [...whole.map(one => [one]), little];
      return apart
        .filter(teams => teams.length > 0)
        .flatMap(teams => branchesOf(scope, { ...where, team: teams }));
    }
  }
  return hasNarrowVisibility(scope, where) && !isSelectiveFilter(where)
    ? visibleBranches(scope, where.insideOnly ?? false).map(branch => ({
        ...branch,
        where,
      }))
    : [{ where, narrow: query => whereVisible(query, scope, where) }];
}

/** Narrows to what may be seen of the tickets that are meant. */
export function whereVisible(
  query: Knex.QueryBuilder,
  scope: Scope,
  where: TicketConditions,
): void {
  if (seesWholeTeams(scope, where.team)) {
    wherePermitted(query, scope);
  } else if (where.insideOnly) {
    whereInside(query, scope);
  } else {
    whereReadable(query, scope);
  }
}

/** Whether a list would have to be read for long to find what they may see. */
export function hasNarrowVisibility(
  scope: Scope,
  where: TicketConditions,
): boolean {
  return !scope.otherTeams && !seesWholeTeams(scope, where.team);
}

/** Whether so few tickets match that it is best to look at each of them. */
function isSelectiveFilter(where: TicketConditions): boolean {
  const { assignee, asset, entity, tag, fields, text, team, state } = where;
  return (
    [assignee, asset, entity, tag, fields].some(Boolean) ||
    (text !== undefined && !text.frequent) ||
    (team !== undefined && state === 'open')
  );
}
