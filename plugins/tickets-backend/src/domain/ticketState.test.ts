import {
  type EventDetail,
  type StatusType,
  personRoleSchema,
  portalStatusOfType,
  statusChangeCauseSchema,
  statusTypeSchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { Statuses } from './statuses';
import { TicketChange } from './TicketChange';
import { isActivity } from './activity';
import { traceOf } from './traces';
import { type NewEvent, type TicketState, applyEvent } from './ticketState';
import { defaultReactions } from './workflow';

/** One status of each type, whose id is the type. */
const statuses = new Statuses(
  statusTypeSchema.options.map(type => ({
    id: type,
    title: type,
    type,
    portalStatus: portalStatusOfType[type],
  })),
);
const rules = { statuses, reactions: defaultReactions(statuses) };

const JANE = 'user:default/jane';
const AGENT = 'user:default/agent';

function minute(count: number): Date {
  return new Date(Date.UTC(2026, 0, 1, 0, count));
}

const filing: NewEvent = {
  actor: JANE,
  at: minute(0),
  detail: {
    type: 'filed',
    subject: 'Help',
    category: 'incident',
    priority: 'normal',
    visibility: 'public',
    requester: 'user:default/omar',
    organisation: 'group:default/shop',
    assets: ['component:default/ledger'],
    status: 'new',
  },
};

function replay(events: readonly NewEvent[]): TicketState | undefined {
  return events.reduce<TicketState | undefined>(
    (state, event) => applyEvent({ statuses }, state, event),
    undefined,
  );
}

const filed = applyEvent({ statuses }, undefined, filing);

function after(...details: EventDetail[]): TicketState {
  return details.reduce(
    (state, detail, index) =>
      applyEvent({ statuses }, state, {
        actor: AGENT,
        at: minute(index + 1),
        detail,
      }),
    filed,
  );
}

function toStatus(to: StatusType): EventDetail {
  return { type: 'status-changed', from: 'new', to, cause: 'person' };
}

describe('a ticket', () => {
  it('is as it was filed', () => {
    expect(filed).toEqual({
      subject: 'Help',
      status: 'new',
      category: 'incident',
      priority: 'normal',
      visibility: 'public',
      channel: 'portal',
      fields: {},
      tags: [],
      system: null,
      slaPolicy: null,
      requester: 'user:default/omar',
      createdBy: JANE,
      organisation: 'group:default/shop',
      organisationAccess: true,
      notifyRequester: true,
      team: null,
      assignee: null,
      people: [],
      assets: ['component:default/ledger'],
      entities: [],
      createdAt: minute(0),
      updatedAt: minute(0),
      updatedBy: JANE,
      changedBy: JANE,
      activeAt: minute(0),
      endedAt: null,
      postponedUntil: null,
      archivedAt: null,
      mergedInto: null,
      rating: null,
    });
  });

  it('is filed with all that its filing names', () => {
    const named = {
      channel: 'api',
      fields: { region: 'eu' },
      tags: ['urgent'],
      system: 'system:default/shop',
      slaPolicy: 'gold',
      people: [{ ref: AGENT, role: 'watcher' }],
      entities: ['api:default/orders'],
      organisationAccess: false,
      notifyRequester: false,
    } as const;
    const detail = { ...filing.detail, ...named } as unknown as EventDetail;
    expect(applyEvent({ statuses }, undefined, { ...filing, detail })).toEqual({
      ...filed,
      ...named,
    });
  });

  it.each<[EventDetail, Partial<TicketState>]>([
    [
      { type: 'routed', team: 'group:x/y', rule: 'owner', reason: 'Because' },
      { team: 'group:x/y' },
    ],
    [{ type: 'noted', messageId: '1' }, {}],
    [{ type: 'replied', messageId: '1' }, {}],
    [{ type: 'assigned', from: null, to: AGENT }, { assignee: AGENT }],
    [{ type: 'moved', from: null, to: 'group:x/y' }, { team: 'group:x/y' }],
    [toStatus('open'), { status: 'open' }],
    [
      toStatus('solved'),
      { status: 'solved', updatedAt: minute(1), endedAt: minute(1) },
    ],
    [{ type: 'portal-status-changed', from: 'in-progress', to: 'closed' }, {}],
    [
      { type: 'edited', field: 'subject', from: 'Help', to: 'Help!' },
      { subject: 'Help!' },
    ],
    [
      { type: 'edited', field: 'category', from: 'incident', to: null },
      { category: null },
    ],
    [
      { type: 'edited', field: 'priority', from: 'normal', to: 'high' },
      { priority: 'high' },
    ],
    [
      { type: 'private-message-added', messageId: '1', recipients: [AGENT] },
      {},
    ],
    [
      { type: 'fields-edited', from: { a: null }, to: { a: 1, b: null } },
      { fields: { a: 1 } },
    ],
    [{ type: 'tags-edited', from: [], to: ['vpn'] }, { tags: ['vpn'] }],
    [
      { type: 'assets-edited', from: [], to: ['component:x/y'] },
      { assets: ['component:x/y'] },
    ],
    [
      { type: 'entities-edited', from: [], to: ['api:x/y'] },
      { entities: ['api:x/y'] },
    ],
    [{ type: 'notify-requester-set', to: false }, { notifyRequester: false }],
    [
      { type: 'organisation-access-set', to: false },
      { organisationAccess: false },
    ],
    [
      { type: 'person-added', ref: AGENT, role: 'cc' },
      { people: [{ ref: AGENT, role: 'cc' }] },
    ],
    [
      { type: 'person-added', ref: AGENT, role: 'watcher' },
      { people: [{ ref: AGENT, role: 'watcher' }] },
    ],
    [{ type: 'postponed', until: null }, { postponedUntil: null }],
    [
      { type: 'postponed', until: '2026-02-01T09:00:00.000Z' },
      {
        postponedUntil: new Date('2026-02-01T09:00:00Z'),
      },
    ],
    [{ type: 'archived' }, { archivedAt: minute(1) }],
    [
      { type: 'merged-into', ticket: 'id-2', number: 'T2' },
      { mergedInto: 'id-2' },
    ],
    [{ type: 'merged-from', ticket: 'id-2', number: 'T2' }, {}],
    [
      { type: 'rated', stars: 5, comment: 'Quick!' },
      { rating: { stars: 5, comment: 'Quick!' } },
    ],
  ])('after %j has %j', (detail, changes) => {
    const trace = traceOf({ statuses }, filed.category, detail);
    expect(after(detail)).toEqual({
      ...filed,
      ...changes,
      ...(trace.inside && { changedBy: AGENT }),
      ...(trace.outside && { updatedAt: minute(1), updatedBy: AGENT }),
      ...(isActivity({ actor: AGENT, detail }) && { activeAt: minute(1) }),
    });
  });

  it('forgets when it comes back as soon as it is postponed no more', () => {
    const postponed = after(toStatus('postponed'), {
      type: 'postponed',
      until: '2026-02-01T09:00:00.000Z',
    });
    expect(postponed.postponedUntil).not.toBeNull();
    expect(
      applyEvent({ statuses }, postponed, {
        actor: AGENT,
        at: minute(9),
        detail: toStatus('open'),
      }).postponedUntil,
    ).toBeNull();
  });

  it('is out of the archive after it was unarchived', () => {
    const unarchived = after({ type: 'archived' }, { type: 'unarchived' });
    expect(unarchived.archivedAt).toBeNull();
  });

  it('has nobody who was removed, in the role in which they were', () => {
    const people = [
      { ref: JANE, role: 'to' },
      { ref: JANE, role: 'watcher' },
    ] as const;
    const added = people.map(
      person => ({ type: 'person-added', ...person }) as const,
    );
    const removed = { type: 'person-removed', ...people[0] } as const;
    expect(after(...added, removed).people).toEqual([people[1]]);
  });

  it('begins with nothing but filed', () => {
    expect(() =>
      applyEvent({ statuses }, undefined, {
        actor: AGENT,
        at: minute(0),
        detail: { type: 'noted', messageId: '1' },
      }),
    ).toThrow('the first event of a ticket cannot be noted');
  });
});

describe('the end of a ticket', () => {
  it.each<[what: string, path: StatusType[], endedAt: Date | null]>([
    ['is not while it is worked on', ['open', 'waiting-requester'], null],
    ['is when it was solved', ['open', 'solved'], minute(2)],
    ['is when it was closed at once', ['closed'], minute(1)],
    ['stays when a solved ticket is closed', ['solved', 'closed'], minute(1)],
    ['stays when a closed ticket is solved', ['closed', 'solved'], minute(1)],
    ['is no more after reopening', ['solved', 'open'], null],
    ['is no more when it is postponed', ['closed', 'postponed'], null],
    ['is the last one', ['solved', 'open', 'closed'], minute(3)],
  ])('%s (%j)', (_what, path, endedAt) => {
    expect(after(...path.map(toStatus)).endedAt).toEqual(endedAt);
  });
});

type Operation = (change: TicketChange) => void;

const people = fc.constantFrom(null, JANE, AGENT);
const words = fc.constantFrom('Help', 'incident', 'normal', 'high');
const operations: fc.Arbitrary<Operation> = fc.oneof(
  people.map(
    (to): Operation =>
      change =>
        change.assignTo(to),
  ),
  fc.constantFrom('group:x/a', 'group:x/b').map(
    (to): Operation =>
      change =>
        change.moveTo(to),
  ),
  fc.tuple(fc.constantFrom('subject' as const, 'priority' as const), words).map(
    ([field, to]): Operation =>
      change =>
        change.edit(field, to),
  ),
  fc.option(words).map(
    (to): Operation =>
      change =>
        change.edit('category', to),
  ),
  fc
    .tuple(
      fc.constantFrom(...statusTypeSchema.options, 'configured-no-more'),
      fc.constantFrom(...statusChangeCauseSchema.options),
    )
    .map(
      ([to, cause]): Operation =>
        change =>
          change.setStatus(to, cause),
    ),
  fc
    .constantFrom(
      'assignment' as const,
      'agent-reply' as const,
      'requester-reply' as const,
      'reopen' as const,
    )
    .map(
      (event): Operation =>
        change =>
          change.react(event),
    ),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(words)).map(
    (changes): Operation =>
      change =>
        change.editFields(changes),
  ),
  fc.subarray(['vpn', 'urgent', 'laptop']).map(
    (tags): Operation =>
      change =>
        change.editTags(tags),
  ),
  fc
    .subarray(['component:x/a', 'component:x/b'])
    .map((refs): Operation => change => {
      change.editAssets(refs, {});
      change.editEntities([...refs].reverse());
    }),
  fc.boolean().map((to): Operation => change => {
    change.notifyRequester(to);
    change.giveOrganisationAccess(!to);
  }),
  fc
    .tuple(
      fc.boolean(),
      fc.constantFrom(JANE, AGENT, 'group:x/a'),
      fc.constantFrom(...personRoleSchema.options),
    )
    .map(
      ([add, ref, role]): Operation =>
        change =>
          add
            ? change.addPerson({ ref, role })
            : change.removePerson({ ref, role }),
    ),
  fc.integer({ min: 100, max: 200 }).map(
    (at): Operation =>
      change =>
        change.postponeUntil(minute(at)),
  ),
  fc.constantFrom('replied' as const, 'noted' as const).map(
    (type): Operation =>
      change =>
        change.record({ type, messageId: '1' }),
  ),
);

/** Each inner list is one change, a minute after the one before. */
const lives = fc.array(fc.array(operations, { maxLength: 4 }), {
  maxLength: 12,
});

function live(life: Operation[][]) {
  const events: NewEvent[] = [filing];
  const states: TicketState[] = [filed];
  life.forEach((change, index) => {
    const state = states[states.length - 1];
    const progress = new TicketChange(rules, AGENT, minute(index + 1), state);
    change.forEach(operation => operation(progress));
    events.push(...progress.events);
    states.push(progress.state);
  });
  return { events, states, state: states[states.length - 1] };
}

/** What an event says it changed, if it says so. */
function changedBy(detail: EventDetail) {
  const fields = {
    'status-changed': 'status',
    assigned: 'assignee',
    moved: 'team',
  } as const;
  switch (detail.type) {
    case 'status-changed':
    case 'assigned':
    case 'moved':
      return { ...detail, field: fields[detail.type] };
    case 'edited':
      return detail;
    default:
      return undefined;
  }
}

describe('whatever happens to a ticket', () => {
  it('its events alone make it', () => {
    fc.assert(
      fc.property(lives, life => {
        const { events, state } = live(life);
        expect(replay(events)).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  it('the end is there exactly while the ticket is solved or closed: the time when that began', () => {
    fc.assert(
      fc.property(lives, life => {
        const { events, state } = live(life);
        const ended = ['solved', 'closed'];
        let since: Date | null = null;
        for (const { detail, at } of events) {
          if (detail.type === 'status-changed') {
            const began: Date | null = ended.includes(detail.from) ? since : at;
            since = ended.includes(detail.to) ? began : null;
          }
        }
        expect(state.endedAt).toEqual(since);
        expect(state.endedAt !== null).toBe(ended.includes(state.status));
      }),
      { numRuns: 500 },
    );
  });

  it('no event says that nothing changed, and each begins where the last one ended', () => {
    fc.assert(
      fc.property(lives, life => {
        const { events } = live(life);
        events.slice(1).forEach(({ detail }, index) => {
          const changed = changedBy(detail);
          const before = replay(events.slice(0, index + 1));
          expect(changed?.from).toBe(changed && before?.[changed.field]);
          expect(changed && changed.from === changed.to).not.toBe(true);
        });
      }),
    );
  });

  it('nobody takes part twice in the same role, nor in To and Cc at once', () => {
    fc.assert(
      fc.property(lives, life => {
        const parts = live(life).state.people.map(({ ref, role }) =>
          role === 'watcher' ? `${ref} watches` : ref,
        );
        expect(new Set(parts).size).toBe(parts.length);
      }),
    );
  });

  it('who filed it, for whom and when never changes', () => {
    fc.assert(
      fc.property(lives, life => {
        const { requester, createdBy, createdAt } = live(life).state;
        expect({ requester, createdBy, createdAt }).toEqual({
          requester: filed.requester,
          createdBy: filed.createdBy,
          createdAt: filed.createdAt,
        });
      }),
    );
  });
});

describe('TicketChange', () => {
  function change(before: Partial<TicketState> = {}) {
    return new TicketChange(rules, AGENT, minute(5), { ...filed, ...before });
  }

  function detailsOf({ events }: TicketChange) {
    return events.map(({ detail }) => detail);
  }

  it.each<[string, Partial<TicketState>, Operation]>([
    ['status', { status: 'open' }, it => it.setStatus('open', 'person')],
    ['assignee', { assignee: AGENT }, it => it.assignTo(AGENT)],
    ['lack of an assignee', { assignee: null }, it => it.assignTo(null)],
    ['team', { team: 'group:x/y' }, it => it.moveTo('group:x/y')],
    ['subject', { subject: 'Help' }, it => it.edit('subject', 'Help')],
    ['category', { category: null }, it => it.edit('category', null)],
    ['priority', { priority: 'high' }, it => it.edit('priority', 'high')],
    ['fields', { fields: { a: 1 } }, it => it.editFields({ a: 1, b: null })],
    ['tags', { tags: ['vpn'] }, it => it.editTags(['vpn'])],
    ['assets', {}, it => it.editAssets(['component:default/ledger'], {})],
    ['entities', {}, it => it.editEntities([])],
    ['notifications', {}, it => it.notifyRequester(true)],
    ['access', {}, it => it.giveOrganisationAccess(true)],
    [
      'absence of a person',
      {},
      it => it.removePerson({ ref: JANE, role: 'cc' }),
    ],
  ])('to the same %s records nothing', (_what, before, operation) => {
    const nothing = change(before);
    operation(nothing);

    expect(nothing.events).toEqual([]);
    expect(nothing.state).toEqual({ ...filed, ...before });
  });

  it('records who did it and when', () => {
    const moved = change();
    moved.moveTo('group:x/y');

    expect(moved.events).toEqual([
      {
        actor: AGENT,
        at: minute(5),
        detail: { type: 'moved', from: null, to: 'group:x/y' },
      },
    ]);
    expect(moved.state.updatedAt).toEqual(minute(5));
  });

  it('lets an assignment take a new ticket on', () => {
    const assigned = change();
    assigned.assignTo(AGENT);

    expect(detailsOf(assigned)).toEqual([
      { type: 'assigned', from: null, to: AGENT },
      { type: 'status-changed', from: 'new', to: 'open', cause: 'assignment' },
    ]);
  });

  it.each([
    ['is taken away', { assignee: AGENT }, null],
    ['comes while it waits', { status: 'waiting-requester' }, AGENT],
  ])('leaves the status when the assignee %s', (_what, before, to) => {
    const assigned = change(before);
    assigned.assignTo(to);

    expect(detailsOf(assigned).map(({ type }) => type)).toEqual(['assigned']);
  });

  it.each([
    ['requester-reply', 'waiting-requester', 'open'],
    ['reopen', 'closed', 'open'],
    ['requester-reply', 'closed', undefined],
    ['agent-reply', 'new', undefined],
  ] as const)('reacts to %s of a ticket that is %s: %s', (event, from, to) => {
    const reacting = change({ status: from });
    reacting.react(event);

    expect(detailsOf(reacting)).toEqual(
      to ? [{ type: 'status-changed', from, to, cause: event }] : [],
    );
  });
});
