import {
  deskAdministerPermission,
  ticketReadPermission,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import type { AccessPolicy, Person } from '../../domain/access/access';
import type {
  PermissionDecision,
  PermissionDecisions,
} from '../../domain/access/decisions';
import {
  criteriaArbitrary,
  groups,
  people,
  statuses,
} from '../arbitraryTickets';

/** Somebody who looks at tickets, at a desk that lets them. */
export interface Viewer {
  readonly policy: AccessPolicy;
  readonly person: Person;
  readonly decisions?: PermissionDecisions;
}

const [a, b, c] = people;
const [x, y, z] = groups;

function viewer(
  ref: string,
  belongsTo: readonly string[] = [],
  agentsSee: AccessPolicy['agentsSee'] = 'all',
): Viewer {
  return {
    policy: { admins: ['group:default/admins'], teams: [x, y], agentsSee },
    person: { ref, belongsTo: new Set([ref, ...belongsTo]) },
  };
}

/** Everybody who can stand to tickets in another way. */
export const viewers: Readonly<Record<string, Viewer>> = {
  admin: viewer('user:default/admin', ['group:default/admins']),
  'agent who sees all': viewer(a, [x]),
  'agent who sees their own team': viewer(a, [y], 'own-team'),
  'agent of two teams': viewer(b, [x, y], 'own-team'),
  'requester or added person': viewer(c),
  'member of an organisation, and owner of assets': viewer(b, [z]),
  outsider: viewer('user:default/outsider'),
};

const personArbitrary: fc.Arbitrary<Person> = fc
  .record({ ref: fc.constantFrom(...people), groups: fc.subarray(groups) })
  .map(({ ref, groups: own }) => ({ ref, belongsTo: new Set([ref, ...own]) }));

const policyArbitrary: fc.Arbitrary<AccessPolicy> = fc.record({
  admins: fc.subarray([people[2], groups[2]]),
  teams: fc.subarray(groups),
  agentsSee: fc.constantFrom('all', 'own-team'),
});

const decisionsArbitrary: fc.Arbitrary<PermissionDecisions | undefined> =
  fc.option(
    fc
      .record({
        read: fc.oneof(
          { arbitrary: criteriaArbitrary, weight: 8 },
          fc.boolean(),
        ),
        administer: fc.boolean(),
      })
      .map(({ read, administer }) => ({
        statuses,
        byPermission: new Map<string, PermissionDecision>([
          [ticketReadPermission.name, read],
          [deskAdministerPermission.name, administer],
        ]),
      })),
    { nil: undefined, freq: 2 },
  );

/** Anybody at any desk, with and without the permission framework. */
export const viewerArbitrary: fc.Arbitrary<Viewer> = fc.record({
  policy: policyArbitrary,
  person: personArbitrary,
  decisions: decisionsArbitrary,
});
