import {
  type StatusType,
  type TicketAction,
  type Visibility,
  isEnded,
  personRoleSchema,
  statusTypeSchema,
  ticketActionSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import {
  type AccessPolicy,
  type Person,
  type TicketFacts,
  accessTo,
  decidesInTeam,
  scopeOf,
  teamsOf,
} from './access';
import { type Preconditions, allowedActions } from './preconditions';

const SUPPORT = 'group:default/support';
const OTHER = 'group:default/other-support';
const SHOP = 'group:default/shop';
const PAYMENTS = 'group:default/payments';
const ADMINS = 'group:default/admins';
const RECIPIENTS = 'group:default/recipients';
const COPIED = 'group:default/copied';
const WATCHERS = 'group:default/watchers';

const policy: AccessPolicy = {
  admins: [ADMINS, 'user:default/root'],
  teams: [SUPPORT, OTHER],
  agentsSee: 'all',
};
const ownTeamOnly: AccessPolicy = { ...policy, agentsSee: 'own-team' };
const noTeams: AccessPolicy = { ...policy, teams: [] };

const facts: TicketFacts = {
  requester: 'user:default/requester',
  createdBy: 'user:default/creator',
  people: [
    { ref: 'user:default/recipient', role: 'to' },
    { ref: RECIPIENTS, role: 'to' },
    { ref: 'user:default/copied', role: 'cc' },
    { ref: COPIED, role: 'cc' },
    { ref: 'user:default/watcher', role: 'watcher' },
    { ref: WATCHERS, role: 'watcher' },
  ],
  organisation: SHOP,
  organisationAccess: true,
  team: SUPPORT,
  assignee: 'user:default/busy',
  visibility: 'public',
  assetOwners: [PAYMENTS, 'user:default/maintainer'],
  category: null,
  status: 'open',
};

function person(name: string, ...groups: string[]): Person {
  const ref = `user:default/${name}`;
  return { ref, belongsTo: new Set([ref, ...groups]) };
}

const everyAction = ticketActionSchema.options;

function actionsOf(
  rules: AccessPolicy,
  who: Person,
  ticket: TicketFacts,
  situation: Partial<Preconditions> = {},
): TicketAction[] | 'nothing to see' {
  const access = accessTo(scopeOf(rules, who), ticket);
  const actions = allowedActions(access, who, {
    type: 'open',
    assignee: ticket.assignee,
    archived: false,
    canChangeStatus: true,
    canPostpone: true,
    canSolve: true,
    canClose: true,
    canReopen: true,
    needsFollowUp: false,
    mayFile: true,
    ...situation,
  });
  if (!access.read) {
    expect(actions).toEqual([]);
    return 'nothing to see';
  }
  return everyAction.filter(action => actions.includes(action));
}

type Phase = 'new' | 'under way' | 'solved' | 'closed';

const phases: Record<Phase, readonly StatusType[]> = {
  new: ['new'],
  'under way': ['open', 'waiting-requester', 'waiting-internal', 'postponed'],
  solved: ['solved'],
  closed: ['closed'],
};

/** The table "Access" of docs, row by row: who sees what, and may do what when. */
const bystander: Record<Phase, TicketAction[]> = {
  new: ['reply', 'watch'],
  'under way': ['reply', 'watch'],
  solved: ['watch'],
  closed: ['watch'],
};
const recipientSide: Record<Phase, TicketAction[]> = {
  new: ['reply', 'close', 'watch'],
  'under way': ['reply', 'close', 'watch'],
  solved: ['reply', 'close', 'reopen', 'watch'],
  closed: ['reply', 'reopen', 'watch'],
};
const creatorSide: Record<Phase, TicketAction[]> = {
  new: ['reply', 'edit', 'close', 'watch', 'share'],
  'under way': ['reply', 'close', 'watch', 'share'],
  solved: ['reply', 'close', 'reopen', 'watch', 'share'],
  closed: ['reply', 'reopen', 'watch', 'share'],
};
const requesterSide: Record<Phase, TicketAction[]> = {
  new: creatorSide.new,
  'under way': creatorSide['under way'],
  solved: [...creatorSide.solved, 'rate'],
  closed: [...creatorSide.closed, 'rate'],
};
const teamAnytime: TicketAction[] = [
  'reply',
  'note',
  'message-privately',
  'redact',
  'edit',
  'classify',
  'change-status',
  'watch',
  'share',
  'link',
  'merge',
  'split',
  'create-work-order',
];
const teamUnderWay: TicketAction[] = [
  ...teamAnytime,
  'take-over',
  'hand-over',
  'postpone',
  'solve',
  'close',
];
const team: Record<Phase, TicketAction[]> = {
  new: teamUnderWay,
  'under way': teamUnderWay,
  solved: [...teamAnytime, 'close', 'reopen', 'archive'],
  closed: [...teamAnytime, 'reopen', 'archive'],
};
const admin: Record<Phase, TicketAction[]> = {
  new: [...team.new, 'delete'],
  'under way': [...team['under way'], 'delete'],
  solved: [...team.solved, 'delete'],
  closed: [...team.closed, 'delete'],
};
const otherTeam: Record<Phase, TicketAction[]> = {
  new: ['reply', 'note', 'take-over', 'hand-over', 'watch'],
  'under way': ['reply', 'note', 'take-over', 'hand-over', 'watch'],
  solved: ['reply', 'note', 'watch'],
  closed: ['reply', 'note', 'watch'],
};
const nothing: Record<Phase, TicketAction[]> = {
  new: [],
  'under way': [],
  solved: [],
  closed: [],
};
const everything: Visibility[] = ['public', 'confidential', 'internal'];

interface Row {
  relation: string;
  who: Person;
  sees: Visibility[];
  actions: Record<Phase, TicketAction[]>;
  /** Whether notes, internal statuses and routing are seen. */
  inside: boolean;
  side: 'requester' | 'team';
}

const rows: Row[] = [
  {
    relation: 'the requester',
    who: person('requester'),
    sees: ['public', 'confidential'],
    actions: requesterSide,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'the creator',
    who: person('creator'),
    sees: ['public', 'confidential'],
    actions: creatorSide,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'a person in To',
    who: person('recipient'),
    sees: ['public', 'confidential'],
    actions: recipientSide,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'a member of a group in To',
    who: person('x', RECIPIENTS),
    sees: ['public', 'confidential'],
    actions: recipientSide,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'a person in Cc',
    who: person('copied'),
    sees: ['public', 'confidential'],
    actions: bystander,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'a member of a group in Cc',
    who: person('x', COPIED),
    sees: ['public', 'confidential'],
    actions: bystander,
    inside: false,
    side: 'requester',
  },
  {
    relation: "a member of the requester's organisation",
    who: person('colleague', SHOP),
    sees: ['public'],
    actions: bystander,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'a member of the group that owns an asset',
    who: person('owner', PAYMENTS),
    sees: ['public'],
    actions: bystander,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'the person who owns an asset',
    who: person('maintainer'),
    sees: ['public'],
    actions: bystander,
    inside: false,
    side: 'requester',
  },
  {
    relation: "an agent of the ticket's team",
    who: person('agent', SUPPORT),
    sees: everything,
    actions: team,
    inside: true,
    side: 'team',
  },
  {
    relation: 'an agent of another team',
    who: person('other-agent', OTHER),
    sees: ['public', 'internal'],
    actions: otherTeam,
    inside: true,
    side: 'team',
  },
  {
    relation: 'a member of an admin group',
    who: person('admin', ADMINS),
    sees: everything,
    actions: admin,
    inside: true,
    side: 'team',
  },
  {
    relation: 'an admin by name',
    who: person('root'),
    sees: everything,
    actions: admin,
    inside: true,
    side: 'team',
  },
  {
    relation: 'a watcher',
    who: person('watcher'),
    sees: [],
    actions: nothing,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'a member of a group of watchers',
    who: person('x', WATCHERS),
    sees: [],
    actions: nothing,
    inside: false,
    side: 'requester',
  },
  {
    relation: 'somebody else',
    who: person('outsider', 'group:default/outsiders'),
    sees: [],
    actions: nothing,
    inside: false,
    side: 'requester',
  },
];

const table = rows.flatMap(row =>
  visibilitySchema.options.flatMap(visibility =>
    Object.entries(phases).flatMap(([phase, types]) =>
      types.map(type => ({
        ...row,
        visibility,
        type,
        expected: row.sees.includes(visibility)
          ? everyAction.filter(action =>
              row.actions[phase as Phase].includes(action),
            )
          : ('nothing to see' as const),
      })),
    ),
  ),
);

it('the table speaks of every status type, and of every relation', () => {
  expect(Object.values(phases).flat().sort()).toEqual(
    [...statusTypeSchema.options].sort(),
  );
  const relations = rows.flatMap(
    ({ who }) => accessTo(scopeOf(policy, who), facts).relations,
  );
  expect([...new Set(relations)].sort()).toEqual([
    'admin',
    'asset-owner',
    'cc',
    'creator',
    'organisation',
    'other-team',
    'requester',
    'team',
    'to',
  ]);
});

describe('what somebody may do', () => {
  it.each(table)(
    '$relation with a $visibility ticket that is $type: $expected',
    ({ who, visibility, type, expected }) => {
      expect(
        actionsOf(policy, who, { ...facts, visibility }, { type }),
      ).toEqual(expected);
    },
  );

  it.each(rows)(
    '$relation sees the inside: $inside, writes for the $side',
    ({ who, sees, inside, side }) => {
      for (const visibility of sees) {
        const access = accessTo(scopeOf(policy, who), { ...facts, visibility });
        expect([access.inside, access.side]).toEqual([inside, side]);
      }
    },
  );
});

describe('where agents see the tickets of their own team only', () => {
  const others = table.filter(
    ({ relation }) => relation !== 'an agent of another team',
  );

  it.each(others)(
    'nothing changes for $relation with a $visibility ticket that is $type',
    ({ who, visibility, type, expected }) => {
      expect(
        actionsOf(ownTeamOnly, who, { ...facts, visibility }, { type }),
      ).toEqual(expected);
    },
  );

  it.each(visibilitySchema.options)(
    'an agent of another team sees no %s ticket',
    visibility => {
      expect(
        actionsOf(ownTeamOnly, person('x', OTHER), { ...facts, visibility }),
      ).toBe('nothing to see');
    },
  );
});

describe('a ticket in triage', () => {
  it.each([
    ['all tickets', policy, person('a', SUPPORT), otherTeam['under way']],
    [
      'their own team only',
      ownTeamOnly,
      person('a', OTHER),
      otherTeam['under way'],
    ],
  ])('is open to agents who see %s', (_what, rules, who, expected) => {
    const triage = { ...facts, team: null };

    expect(actionsOf(rules, who, triage)).toEqual(expected);
    expect(
      actionsOf(rules, who, { ...triage, visibility: 'confidential' }),
    ).toBe('nothing to see');
  });

  it.each([
    ['a person without groups', noTeams, person('lonely')],
    [
      'a member of any group, where no teams are named',
      noTeams,
      person('a', 'group:default/any'),
    ],
    ['a member of no team', policy, person('x', 'group:default/outsiders')],
  ])('is closed to %s', (_who, rules, who) => {
    expect(actionsOf(rules, who, { ...facts, team: null })).toBe(
      'nothing to see',
    );
  });
});

describe('where no teams are configured', () => {
  it('every group can own tickets', () => {
    expect(teamsOf(noTeams, person('a', SHOP, PAYMENTS))).toEqual([
      SHOP,
      PAYMENTS,
    ]);
    expect(teamsOf(noTeams, person('lonely'))).toEqual([]);
  });

  it("the group that owns a ticket has a team's rights", () => {
    expect(
      actionsOf(noTeams, person('x', PAYMENTS), { ...facts, team: PAYMENTS }),
    ).toEqual(everyAction.filter(action => team['under way'].includes(action)));
  });

  it.each(visibilitySchema.options)(
    'members of any other group see no %s ticket',
    visibility => {
      expect(
        actionsOf(noTeams, person('x', OTHER), { ...facts, visibility }),
      ).toBe('nothing to see');
    },
  );
});

describe('teamsOf', () => {
  it('gives the groups that are teams', () => {
    expect(teamsOf(policy, person('a', SHOP, OTHER))).toEqual([OTHER]);
    expect(teamsOf(policy, person('a', SHOP))).toEqual([]);
  });
});

describe('a person with several relations', () => {
  const related = rows.filter(({ sees }) => sees.length > 0);
  // An agent who asks another team is an exception, with a test of its own.
  const pairs = related
    .flatMap((first, index) =>
      related.slice(index + 1).map(second => [first, second] as const),
    )
    .filter(
      ([first, second]) =>
        first.relation !== 'the requester' ||
        second.relation !== 'an agent of another team',
    );

  /** The ticket as both people are related to it, seen by one who is both. */
  function both(first: Person, second: Person, ticket: TicketFacts) {
    const who: Person = {
      ref: first.ref,
      belongsTo: new Set([...first.belongsTo, ...second.belongsTo]),
    };
    const same = (ref: string) => (ref === second.ref ? first.ref : ref);
    return {
      who,
      ticket: {
        ...ticket,
        requester: same(ticket.requester),
        createdBy: same(ticket.createdBy),
      },
    };
  }

  it.each(pairs.map(([first, second]) => ({ first, second })))(
    'gets what $first.relation gets and what $second.relation gets',
    ({ first, second }) => {
      for (const visibility of visibilitySchema.options) {
        for (const type of statusTypeSchema.options) {
          for (const canReopen of [true, false]) {
            const ticket = { ...facts, visibility };
            const situation = { type, canReopen };
            const alone = [first, second].flatMap(({ who }) => {
              const actions = actionsOf(policy, who, ticket, situation);
              return actions === 'nothing to see' ? [] : [actions];
            });
            const one = both(first.who, second.who, ticket);

            expect(actionsOf(policy, one.who, one.ticket, situation)).toEqual(
              alone.length === 0
                ? 'nothing to see'
                : everyAction.filter(action => alone.flat().includes(action)),
            );
          }
        }
      }
    },
  );

  it('is only a requester to another team that they ask', () => {
    const agent = person('agent', OTHER);
    const scope = scopeOf(policy, agent);
    const asked = { ...facts, requester: agent.ref };
    expect(accessTo(scope, asked)).toMatchObject({
      read: true,
      inside: false,
      side: 'requester',
    });
    expect(actionsOf(policy, agent, asked)).toEqual(requesterSide['under way']);
    expect(actionsOf(policy, agent, { ...asked, team: null })).toEqual(
      requesterSide['under way'],
    );
  });

  it('writes as the requester on a ticket of their own, as the team on one that they filed for others', () => {
    const agent = person('agent', SUPPORT);
    const scope = scopeOf(policy, agent);
    const own = accessTo(scope, { ...facts, requester: agent.ref });
    const filed = accessTo(scope, { ...facts, createdBy: agent.ref });

    expect([own.side, own.inside]).toEqual(['requester', true]);
    expect([filed.side, filed.inside]).toEqual(['team', true]);
  });
});

describe('the state of a ticket', () => {
  const agent = person('agent', SUPPORT);
  const requester = person('requester');

  it.each<[string, Person, Partial<Preconditions>, TicketAction]>([
    ['take over what one has', agent, { assignee: agent.ref }, 'take-over'],
    ['take over what ended', agent, { type: 'solved' }, 'take-over'],
    ['hand over what ended', agent, { type: 'closed' }, 'hand-over'],
    [
      'set a status, none of which may follow',
      agent,
      { canChangeStatus: false },
      'change-status',
    ],
    ['close what no end may follow', agent, { canClose: false }, 'close'],
    ['close twice', requester, { type: 'closed' }, 'close'],
    ['reopen what has not ended', requester, { type: 'open' }, 'reopen'],
    [
      'reopen what is closed for good',
      requester,
      { type: 'closed', canReopen: false },
      'reopen',
    ],
    [
      'reply to what is closed for good',
      requester,
      { type: 'closed', canReopen: false },
      'reply',
    ],
    ['edit what is worked on', requester, { type: 'open' }, 'edit'],
    [
      'reopen what was closed too long ago',
      requester,
      { type: 'closed', needsFollowUp: true },
      'reopen',
    ],
    [
      'reply to what was closed too long ago, if they only look on,',
      person('copied'),
      { type: 'closed', needsFollowUp: true },
      'reply',
    ],
    [
      'reply to what was closed too long ago, if they may file nothing,',
      requester,
      { type: 'closed', needsFollowUp: true, mayFile: false },
      'reply',
    ],
    ['postpone what ended', agent, { type: 'solved' }, 'postpone'],
    [
      'postpone what no date may follow',
      agent,
      { canPostpone: false },
      'postpone',
    ],
    ['solve what is solved', agent, { type: 'solved' }, 'solve'],
    ['solve what no solution may follow', agent, { canSolve: false }, 'solve'],
    ['archive what has not ended', agent, { type: 'open' }, 'archive'],
    ['unarchive what is not in the archive', agent, {}, 'unarchive'],
    ['rate what has not ended', requester, { type: 'open' }, 'rate'],
  ])('allows nobody to %s', (_what, who, situation, action) => {
    expect(actionsOf(policy, who, facts, situation)).not.toContain(action);
  });

  it.each<[string, Person, Partial<Preconditions>, TicketAction]>([
    ['take over from somebody else', agent, {}, 'take-over'],
    ['take over what nobody has', agent, { assignee: null }, 'take-over'],
    [
      'reply to what is closed for good',
      agent,
      { type: 'closed', canReopen: false },
      'reply',
    ],
    ['edit what is closed', agent, { type: 'closed' }, 'edit'],
    [
      'reopen what was closed too long ago for others',
      agent,
      { type: 'closed', needsFollowUp: true },
      'reopen',
    ],
  ])('allows agents to %s', (_what, who, situation, action) => {
    expect(actionsOf(policy, who, facts, situation)).toContain(action);
  });

  it.each([true, false])(
    'lets the requester follow up what was closed too long ago, whether reopening is configured (%s) or not',
    canReopen => {
      expect(
        actionsOf(policy, requester, facts, {
          type: 'closed',
          canReopen,
          needsFollowUp: true,
        }),
      ).toContain('reply');
    },
  );

  it('lets the requester follow up even what is in the archive', () => {
    const situation = { type: 'closed', archived: true } as const;
    expect(actionsOf(policy, requester, facts, situation)).toEqual([]);
    expect(
      actionsOf(policy, requester, facts, {
        ...situation,
        needsFollowUp: true,
      }),
    ).toEqual(['reply']);
  });

  it.each(rows)(
    'leaves $relation nothing to do in the archive but what brings it out of there or removes something',
    ({ who, sees, actions }) => {
      for (const type of statusTypeSchema.options) {
        const expected: TicketAction[] = [
          ...(actions['under way'].includes('classify')
            ? (['redact', 'unarchive'] as const)
            : []),
          ...(actions['under way'].includes('delete')
            ? (['delete'] as const)
            : []),
        ];
        expect(actionsOf(policy, who, facts, { type, archived: true })).toEqual(
          sees.includes('public') ? expected : 'nothing to see',
        );
      }
    },
  );
});

describe('a ticket whose organisation lost access', () => {
  const revoked = { ...facts, organisationAccess: false };

  it('is hidden from members of the organisation', () => {
    expect(actionsOf(policy, person('colleague', SHOP), revoked)).toBe(
      'nothing to see',
    );
  });

  it.each(rows.filter(({ who }) => !who.belongsTo.has(SHOP)))(
    'is to $relation what it was',
    ({ who, sees, actions }) => {
      expect(actionsOf(policy, who, revoked)).toEqual(
        sees.includes('public')
          ? everyAction.filter(action => actions['under way'].includes(action))
          : 'nothing to see',
      );
    },
  );
});

it.each(rows)('$relation decides in the team: as the table says', row => {
  expect(decidesInTeam(accessTo(scopeOf(policy, row.who), facts))).toBe(
    row.actions['under way'].includes('classify'),
  );
});

const people = ['user:default/a', 'user:default/b'];
const groups = [SUPPORT, OTHER, SHOP, PAYMENTS, ADMINS];
const policies = fc.record({
  admins: fc.subarray([...people, ADMINS]),
  teams: fc.subarray(groups),
  agentsSee: fc.constantFrom('all' as const, 'own-team' as const),
});
const tickets = fc.record({
  requester: fc.constantFrom(...people),
  createdBy: fc.constantFrom(...people),
  people: fc.array(
    fc.record({
      ref: fc.constantFrom(...people, ...groups),
      role: fc.constantFrom(...personRoleSchema.options),
    }),
    { maxLength: 2 },
  ),
  organisation: fc.constantFrom(null, ...groups),
  organisationAccess: fc.boolean(),
  team: fc.constantFrom(null, ...groups),
  assignee: fc.constantFrom(null, ...people),
  visibility: fc.constantFrom(...visibilitySchema.options),
  assetOwners: fc.subarray([...people, ...groups], { maxLength: 2 }),
  category: fc.constant(null),
  status: fc.constant('open'),
});
const situations = fc.record({
  type: fc.constantFrom(...statusTypeSchema.options),
  archived: fc.boolean(),
  canChangeStatus: fc.boolean(),
  canPostpone: fc.boolean(),
  canSolve: fc.boolean(),
  canClose: fc.boolean(),
  canReopen: fc.boolean(),
  needsFollowUp: fc.boolean(),
  mayFile: fc.boolean(),
});

function granted(actions: ReturnType<typeof actionsOf>): string[] {
  return actions === 'nothing to see' ? [] : ['read', ...actions];
}

describe('whatever the desk and the ticket', () => {
  it('a relation more never takes a right away', () => {
    const relations = fc.record(
      {
        createdBy: fc.constant(people[0]),
        groups: fc.subarray(groups),
        admins: fc.constant([people[0]]),
        added: fc.constantFrom('to' as const, 'cc' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        policies,
        tickets,
        situations,
        fc.subarray(groups),
        relations,
        (rules, ticket, situation, own, more) => {
          const before = actionsOf(
            rules,
            person('a', ...own),
            ticket,
            situation,
          );
          const after = actionsOf(
            { ...rules, admins: [...rules.admins, ...(more.admins ?? [])] },
            person('a', ...own, ...(more.groups ?? [])),
            {
              ...ticket,
              createdBy: more.createdBy ?? ticket.createdBy,
              people: more.added
                ? [...ticket.people, { ref: people[0], role: more.added }]
                : ticket.people,
            },
            situation,
          );
          expect(granted(after)).toEqual(
            expect.arrayContaining(granted(before)),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('nobody reads a confidential ticket but its requester, its creator, added people, its team and admins', () => {
    fc.assert(
      fc.property(
        policies,
        tickets,
        fc.subarray(groups),
        (rules, sketch, own) => {
          const ticket = { ...sketch, visibility: 'confidential' as const };
          const who = person('a', ...own);
          const entitled =
            ticket.requester === who.ref ||
            ticket.createdBy === who.ref ||
            ticket.people.some(
              ({ ref, role }) => role !== 'watcher' && who.belongsTo.has(ref),
            ) ||
            (ticket.team !== null && own.includes(ticket.team)) ||
            rules.admins.some(ref => ref === who.ref || own.includes(ref));

          expect(accessTo(scopeOf(rules, who), ticket).read).toBe(entitled);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('only the inside sees internal tickets, and does what the requester’s side does not', () => {
    const outer: TicketAction[] = [
      'reply',
      'edit',
      'close',
      'reopen',
      'watch',
      'share',
      'rate',
    ];
    const inner = everyAction.filter(action => !outer.includes(action));
    fc.assert(
      fc.property(
        policies,
        tickets,
        situations,
        fc.subarray(groups),
        (rules, ticket, situation, own) => {
          const who = person('a', ...own);
          const access = accessTo(scopeOf(rules, who), ticket);
          const actions = granted(actionsOf(rules, who, ticket, situation));
          const seesInternal = ticket.visibility === 'internal' && access.read;
          const actsInside = inner.some(action => actions.includes(action));

          expect(access.inside || !(seesInternal || actsInside)).toBe(true);
          expect(access.inside && !access.read).toBe(false);
          expect(
            ticket.requester === who.ref || !actions.includes('rate'),
          ).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('nobody closes what is closed, nor reopens what has not ended', () => {
    fc.assert(
      fc.property(
        policies,
        tickets,
        situations,
        fc.subarray(groups),
        (rules, ticket, situation, own) => {
          const actions = granted(
            actionsOf(rules, person('a', ...own), ticket, situation),
          );
          expect(situation.type === 'closed' && actions.includes('close')).toBe(
            false,
          );
          expect(isEnded(situation.type) || !actions.includes('reopen')).toBe(
            true,
          );
        },
      ),
    );
  });
});
