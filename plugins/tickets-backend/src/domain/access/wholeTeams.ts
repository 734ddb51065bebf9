import type { Scope } from './access';

/**
 * Whether a person sees all tickets of these teams, because they are an agent
 * of each.
 *
 * @param teams - `none` means tickets without a team
 */
export function seesWholeTeams(
  { admin, person }: Pick<Scope, 'admin' | 'person'>,
  teams: readonly string[] | undefined,
): boolean {
  return admin || (teams?.every(team => person.belongsTo.has(team)) ?? false);
}
