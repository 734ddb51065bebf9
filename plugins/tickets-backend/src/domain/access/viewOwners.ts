import { type AccessPolicy, type Scope, teamsOf } from './access';

/** The caller and their teams: whose saved views are theirs, too. */
export function viewOwnersOf(
  policy: AccessPolicy,
  { person }: Pick<Scope, 'person'>,
): string[] {
  return [person.ref, ...teamsOf(policy, person)];
}

/**
 * Whether somebody sees and changes the saved views of an owner: a person's are
 * theirs alone, a team's are its agents' and the admins'.
 */
export function sharesViewsOf(
  policy: AccessPolicy,
  scope: Scope,
  owner: string,
): boolean {
  return (
    viewOwnersOf(policy, scope).includes(owner) ||
    (scope.admin && owner.startsWith('group:'))
  );
}

/** Whether somebody saves views for an owner, which only teams share. */
export function givesViewsTo(
  policy: AccessPolicy,
  scope: Scope,
  owner: string,
): boolean {
  const isTeam = policy.teams.length === 0 || policy.teams.includes(owner);
  return (
    owner === scope.person.ref ||
    (isTeam && sharesViewsOf(policy, scope, owner))
  );
}
