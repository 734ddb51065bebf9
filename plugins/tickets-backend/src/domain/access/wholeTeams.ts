import type { Scope } from './access';

/**
 * Whether somebody sees all tickets of these teams, because they are an agent
 * of each, whatever else the tickets are like.
 *
 * @param teams - `none` stands for tickets without a team
 */
export function seesWholeTeams(
  { admin, person }: Pick<Scope, 'admin' | 'person'>,
  teams: readonly string[] | undefined,
): boolean {
  return admin || (teams?.every(team => person.belongsTo.has(team)) ?? false);
}
