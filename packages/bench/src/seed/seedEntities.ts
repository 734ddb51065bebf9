import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { ADMINS, type SeedOrganisation } from './organisation';

/** The organisation as the catalog holds it. */
export function seedEntities(organisation: SeedOrganisation): Entity[] {
  const { teams, admins, requesters, components } = organisation;
  const memberships = new Map<string, string[]>();
  const belongs = (ref: string, to: string) =>
    memberships.set(ref, [...(memberships.get(ref) ?? []), to]);
  teams.forEach(team => team.agents.forEach(ref => belongs(ref, team.group)));
  admins.forEach(ref => belongs(ref, ADMINS));
  requesters.forEach(person => belongs(person.ref, person.group));
  const groups = [...new Set([...memberships.values()].flat())];
  const owners = new Map(
    components.map(({ system, owner }) => [system, owner]),
  );
  return [
    ...groups.map(ref => entity('Group', ref, { type: 'team', children: [] })),
    ...[...memberships].map(([ref, memberOf]) =>
      entity('User', ref, { memberOf, profile: { displayName: nameOf(ref) } }),
    ),
    ...[...owners].map(([ref, owner]) => entity('System', ref, { owner })),
    ...components.map(({ ref, owner, system, team }) =>
      entity(
        'Component',
        ref,
        { type: 'service', lifecycle: 'production', owner, system },
        { 'tickets/support-team': team },
      ),
    ),
  ];
}

function entity(
  kind: string,
  ref: string,
  spec: JsonObject,
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: nameOf(ref), annotations },
    spec,
  };
}

function nameOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
