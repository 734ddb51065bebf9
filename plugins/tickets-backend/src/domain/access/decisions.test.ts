import {
  type TicketAction,
  type TicketCriteria,
  deskAdministerPermission,
  permissionsOfAction,
  ticketPermissions,
  ticketReadPermission,
} from '@portaldesk/plugin-tickets-common';
import { type Person, type TicketFacts, accessTo, scopeOf } from './access';
import type { PermissionDecision, PermissionDecisions } from './decisions';
import { Statuses } from '../statuses';

const SUPPORT = 'group:default/support';

const policy = {
  admins: ['user:default/admin'],
  teams: [SUPPORT],
  agentsSee: 'all' as const,
};

const statuses = new Statuses([
  { id: 'new', title: 'New', type: 'new', portalStatus: 'in-progress' },
  { id: 'done', title: 'Done', type: 'solved', portalStatus: 'closed' },
]);

const facts: TicketFacts = {
  requester: 'user:default/requester',
  createdBy: 'user:default/requester',
  people: [],
  organisation: null,
  organisationAccess: true,
  team: SUPPORT,
  assignee: null,
  visibility: 'public',
  assetOwners: [],
  category: 'incident',
  status: 'new',
};

function person(name: string, ...groups: string[]): Person {
  const ref = `user:default/${name}`;
  return { ref, belongsTo: new Set([ref, ...groups]) };
}

const everybody = [
  person('requester'),
  person('agent', SUPPORT),
  person('admin'),
];

/** All permissions given but these. */
function decisions(
  exceptions: Record<string, PermissionDecision>,
): PermissionDecisions {
  return {
    byPermission: new Map([
      ...ticketPermissions.map(({ name }): [string, PermissionDecision] => [
        name,
        true,
      ]),
      ...Object.entries(exceptions),
    ]),
    statuses,
  };
}

function access(
  who: Person,
  given: PermissionDecisions | undefined,
  ticket: TicketFacts = facts,
) {
  return accessTo(scopeOf(policy, who, { decisions: given }), ticket);
}

describe('the permission framework', () => {
  it.each(everybody)('changes nothing by permitting all: $ref', who => {
    expect(access(who, decisions({}))).toEqual(access(who, undefined));
  });

  it.each(everybody)('hides what may not be read: $ref', who => {
    expect(
      access(who, decisions({ [ticketReadPermission.name]: false })),
    ).toMatchObject({
      read: false,
      inside: false,
      rights: new Set(),
      relations: [],
    });
  });

  it('permits nothing that it was not asked about', () => {
    expect(
      access(everybody[0], { byPermission: new Map(), statuses }).read,
    ).toBe(false);
  });

  const narrowing = ticketPermissions.filter(
    ({ name }) =>
      name !== ticketReadPermission.name &&
      name !== deskAdministerPermission.name,
  );

  it.each(
    narrowing.flatMap(({ name }) => everybody.map(who => ({ name, who }))),
  )(
    'takes away by denying $name exactly what needs it: $who.ref',
    ({ name, who }) => {
      const before = access(who, undefined);
      const after = access(who, decisions({ [name]: false }));
      const needsIt = (action: TicketAction) =>
        permissionsOfAction[action].some(needed => needed.name === name);
      expect(after).toEqual({
        ...before,
        rights: new Set([...before.rights].filter(action => !needsIt(action))),
      });
    },
  );

  it('makes of an admin who may not administer somebody else', () => {
    const given = decisions({ [deskAdministerPermission.name]: false });
    expect(access(person('admin'), given)).toEqual(
      access(person('somebody'), undefined),
    );
  });

  it.each<[TicketCriteria, Partial<TicketFacts>, boolean]>([
    [{ type: 'has-category', categories: ['incident'] }, {}, true],
    [
      { type: 'has-category', categories: ['incident'] },
      { category: null },
      false,
    ],
    [{ type: 'has-status-type', statusTypes: ['new'] }, {}, true],
    [
      { type: 'has-status-type', statusTypes: ['new'] },
      { status: 'done' },
      false,
    ],
    [
      { type: 'has-status-type', statusTypes: ['open'] },
      { status: 'configured no more' },
      true,
    ],
  ])('with %j and a ticket with %j reads: %s', (criteria, ticket, reads) => {
    const given = decisions({ [ticketReadPermission.name]: criteria });
    for (const who of everybody) {
      expect(access(who, given, { ...facts, ...ticket }).read).toBe(reads);
    }
  });
});
