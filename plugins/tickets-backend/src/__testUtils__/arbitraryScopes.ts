import {
  deskAdministerPermission,
  ticketReadPermission,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import type { AccessPolicy, Person } from '../domain/access/access';
import type {
  PermissionDecision,
  PermissionDecisions,
} from '../domain/access/decisions';
import {
  criteriaArbitrary,
  groups,
  people,
  reporter,
  statuses,
} from './arbitraryTickets';

export const personArbitrary: fc.Arbitrary<Person> = fc
  .record({
    ref: fc.constantFrom(...people, reporter),
    groups: fc.subarray(groups),
  })
  .map(({ ref, groups: own }) => ({
    ref,
    belongsTo: new Set([ref, ...(ref === reporter ? [] : own)]),
  }));

export const policyArbitrary: fc.Arbitrary<AccessPolicy> = fc.record({
  admins: fc.subarray([people[2], groups[2]]),
  teams: fc.subarray(groups),
  agentsSee: fc.constantFrom('all', 'own-team'),
});

export const decisionsArbitrary: fc.Arbitrary<PermissionDecisions | undefined> =
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
