import { type AccessPolicy, type Scope, teamsOf } from './access';

/** The caller and their teams: whose saved views are theirs, too. */
export function viewOwnersOf(
  policy: AccessPolicy,
  { person }: Pick<Scope, 'person'>,
): string[] {
  return [person.ref, ...teamsOf(policy, person)];
}

/**
 * Whether a person sees and changes the saved views of an owner: only the
 * person themselves, or the agents of the team and admins.
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

/** Whether a person can save views for an owner; only teams share views. */
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
