import {
  DESK_ACTOR,
  type EventDetail,
  type NotificationEvent,
  type Side,
  type StatusChangeCause,
} from '@portaldesk/plugin-tickets-common';
import { type AccessPolicy, scopeOf, accessTo } from '../access/access';
import { notificationsOf } from './audience';
import type { Notification } from './drafts';
import { deletionNotification } from './refreshes';
import { shouldNotify } from './shouldNotify';
import { Statuses } from '../statuses';
import { type NewEvent, type TicketState, applyEvent } from '../ticketState';

const SUPPORT = 'group:default/support';
const OTHER = 'group:default/other-support';
const REQUESTER = 'user:default/requester';
const AGENT = 'user:default/agent';
const COLLEAGUE = 'user:default/second-agent';
const ADDED = 'user:default/added';
const COPIED = 'group:default/copied';
const WATCHER = 'user:default/watcher';

const statuses = new Statuses([
  { id: 'new', title: 'New', type: 'new', portalStatus: 'in-progress' },
  { id: 'open', title: 'Open', type: 'open', portalStatus: 'in-progress' },
  {
    id: 'asked',
    title: 'Asked',
    type: 'waiting-requester',
    portalStatus: 'answer-expected',
  },
  { id: 'later', title: 'Later', type: 'postponed', portalStatus: 'postponed' },
  { id: 'solved', title: 'Solved', type: 'solved', portalStatus: 'closed' },
  { id: 'closed', title: 'Closed', type: 'closed', portalStatus: 'closed' },
]);
const access: AccessPolicy = {
  admins: ['group:default/admins'],
  teams: [SUPPORT, OTHER],
  agentsSee: 'all',
};

const groupsOf: Record<string, string[]> = {
  [AGENT]: [SUPPORT],
  [COLLEAGUE]: [SUPPORT],
  'user:default/other-agent': [OTHER],
};

function recorded(detail: EventDetail, actor = AGENT): NewEvent {
  return { actor, at: new Date('2026-05-05T08:00:00Z'), detail };
}

function person(ref: string) {
  return { ref, belongsTo: new Set([ref, ...(groupsOf[ref] ?? [])]) };
}

/** A ticket of the support team, with people of every sort. */
const ticket: TicketState = {
  ...applyEvent(
    { statuses },
    undefined,
    recorded(
      {
        type: 'filed',
        subject: 'Help',
        category: null,
        priority: 'normal',
        visibility: 'public',
        requester: REQUESTER,
        organisation: 'group:default/shop',
        assets: [],
        status: 'open',
        people: [
          { ref: ADDED, role: 'to' },
          { ref: COPIED, role: 'cc' },
          { ref: WATCHER, role: 'watcher' },
        ],
      },
      REQUESTER,
    ),
  ),
  team: SUPPORT,
  assignee: COLLEAGUE,
};

interface Act {
  by: string;
  side?: Side;
  before?: Partial<TicketState>;
  details: EventDetail[];
}

/** What is told of an act on the ticket, leaving out what is for screens. */
function toldOf({ by, side, before, details }: Act): Notification[] {
  const start = { ...ticket, ...before };
  const events = details.map(detail => recorded(detail, by));
  const after = events.reduce(
    (state, next) => applyEvent({ statuses }, state, next),
    start,
  );
  return notificationsOf(
    { statuses, access },
    {
      before: start,
      after,
      assetOwners: [],
      events,
      actor: person(by),
      side: side ?? (by === REQUESTER || by === ADDED ? 'requester' : 'team'),
    },
  ).filter(({ event }) => event !== 'changed');
}

/** What is told of a ticket that was just filed. */
function toldOfFiling(by: string, after: Partial<TicketState> = {}) {
  return notificationsOf(
    { statuses, access },
    {
      before: undefined,
      after: { ...ticket, ...after },
      assetOwners: [],
      events: [],
      actor: person(by),
      side: by === REQUESTER ? 'requester' : 'team',
    },
  ).filter(({ event }) => event !== 'changed');
}

function asTable(notifications: Notification[]): Record<string, string[]> {
  return Object.fromEntries(
    notifications.map(({ event, parties }) => [
      event,
      parties.map(({ ref, roles }) => `${ref.split('/')[1]}: ${roles.join()}`),
    ]),
  );
}

const set = (
  from: string,
  to: string,
  notified?: boolean,
  cause: StatusChangeCause = 'person',
): EventDetail => ({
  type: 'status-changed',
  from,
  to,
  cause,
  ...(notified !== undefined && { notified }),
});
const everybodyElse = ['added: added', 'copied: added', 'watcher: watcher'];
const others = (...names: string[]) =>
  everybodyElse.filter(line => !names.includes(line.split(':')[0]));

describe('who is told what', () => {
  describe('of a new ticket', () => {
    it.each<[string, string, Partial<TicketState>, Record<string, string[]>]>([
      [
        'from a signed-in user: confirmation, team, watchers, added people',
        REQUESTER,
        { assignee: null },
        {
          filed: ['requester: requester', 'support: team', ...everybodyElse],
        },
      ],
      [
        'from a signed-in user, assigned at once',
        REQUESTER,
        {},
        {
          filed: [
            'requester: requester',
            'support: team',
            'second-agent: assignee',
            ...everybodyElse,
          ],
        },
      ],
      [
        'from the public form: team and assignee only',
        REQUESTER,
        { channel: 'public' },
        { filed: ['support: team', 'second-agent: assignee'] },
      ],
      [
        "filed on behalf by an agent of the team: not the filer's team",
        AGENT,
        {},
        {
          'filed-on-behalf': [
            'requester: requester',
            'second-agent: assignee',
            ...everybodyElse,
          ],
        },
      ],
      [
        'filed on behalf for another team',
        AGENT,
        { team: OTHER, assignee: null },
        {
          'filed-on-behalf': [
            'requester: requester',
            'other-support: team',
            ...everybodyElse,
          ],
        },
      ],
      [
        'filed on behalf by who is assigned',
        AGENT,
        { assignee: AGENT, people: [] },
        { 'filed-on-behalf': ['requester: requester'] },
      ],
      [
        'in triage',
        REQUESTER,
        { team: null, assignee: null, people: [] },
        { filed: ['requester: requester'] },
      ],
    ])('%s', (_, by, after, expected) => {
      expect(asTable(toldOfFiling(by, after))).toEqual(expected);
    });
  });

  describe('of a change', () => {
    it.each<[string, Act, Record<string, string[]>]>([
      [
        'reply by the assignee: the requester, watchers, added people',
        { by: COLLEAGUE, details: [{ type: 'replied', messageId: '7' }] },
        { replied: ['requester: requester', ...everybodyElse] },
      ],
      [
        'reply by another agent: the assignee, too',
        { by: AGENT, details: [{ type: 'replied', messageId: '7' }] },
        {
          replied: [
            'requester: requester',
            'second-agent: assignee',
            ...everybodyElse,
          ],
        },
      ],
      [
        'reply by an agent while nobody is assigned: not the team',
        {
          by: AGENT,
          before: { assignee: null },
          details: [{ type: 'replied', messageId: '7' }],
        },
        { replied: ['requester: requester', ...everybodyElse] },
      ],
      [
        'reply by the requester: the assignee, watchers, added people',
        { by: REQUESTER, details: [{ type: 'replied', messageId: '7' }] },
        { replied: ['second-agent: assignee', ...everybodyElse] },
      ],
      [
        'reply by the requester while nobody is assigned: the team',
        {
          by: REQUESTER,
          before: { assignee: null },
          details: [{ type: 'replied', messageId: '7' }],
        },
        { replied: ['support: team', ...everybodyElse] },
      ],
      [
        'reply by an added person: others on that side',
        { by: ADDED, details: [{ type: 'replied', messageId: '7' }] },
        {
          replied: [
            'requester: requester',
            'second-agent: assignee',
            ...others('added'),
          ],
        },
      ],
      [
        'note: the assignee, and of watchers and added people the agents',
        { by: AGENT, details: [{ type: 'noted', messageId: '8' }] },
        { noted: ['second-agent: assignee', ...everybodyElse] },
      ],
      [
        'private message: whom it is for',
        {
          by: AGENT,
          details: [
            {
              type: 'private-message-added',
              messageId: '9',
              recipients: [ADDED, COLLEAGUE],
            },
          ],
        },
        {
          'private-message-added': [
            'added: recipient',
            'second-agent: recipient',
          ],
        },
      ],
      [
        'assigned: the new one, and who is no longer needed',
        {
          by: 'user:default/admin',
          details: [{ type: 'assigned', from: COLLEAGUE, to: AGENT }],
        },
        {
          unassigned: ['second-agent: former-assignee'],
          assigned: ['agent: assignee'],
        },
      ],
      [
        'taken over: only who is no longer needed',
        {
          by: AGENT,
          details: [{ type: 'assigned', from: COLLEAGUE, to: AGENT }],
        },
        { unassigned: ['second-agent: former-assignee'] },
      ],
      [
        'put back into the queue',
        {
          by: AGENT,
          details: [{ type: 'assigned', from: COLLEAGUE, to: null }],
        },
        { unassigned: ['second-agent: former-assignee'] },
      ],
      [
        'put back into the queue by an admin: the team',
        {
          by: 'user:default/admin',
          details: [{ type: 'assigned', from: COLLEAGUE, to: null }],
        },
        {
          unassigned: ['second-agent: former-assignee'],
          queued: ['support: team'],
        },
      ],
      [
        'assigned to and fro in one change: nobody',
        {
          by: AGENT,
          details: [
            { type: 'assigned', from: COLLEAGUE, to: null },
            { type: 'assigned', from: null, to: COLLEAGUE },
          ],
        },
        {},
      ],
      [
        'moved: the new team',
        { by: AGENT, details: [{ type: 'moved', from: SUPPORT, to: OTHER }] },
        { moved: ['other-support: team'] },
      ],
      [
        'moved while internal: the new team, and the requester, who saw it by the old one',
        {
          by: AGENT,
          before: { visibility: 'internal' },
          details: [{ type: 'moved', from: SUPPORT, to: OTHER }],
        },
        {
          moved: ['other-support: team'],
          'access-lost': [
            'requester: requester',
            'second-agent: former-assignee',
            ...everybodyElse,
          ],
        },
      ],
      [
        'moved by an agent to their own team: the assignee that it came with',
        {
          by: 'user:default/other-agent',
          details: [{ type: 'moved', from: SUPPORT, to: OTHER }],
        },
        { moved: [] },
      ],
      [
        'moved by an agent to the queue of their own team: nobody',
        {
          by: 'user:default/other-agent',
          before: { assignee: null },
          details: [{ type: 'moved', from: SUPPORT, to: OTHER }],
        },
        {},
      ],
      [
        'moved into triage: whoever is next',
        { by: AGENT, details: [{ type: 'moved', from: SUPPORT, to: null }] },
        { moved: [] },
      ],
      [
        'solved by an agent: the requester, watchers, added people',
        { by: AGENT, details: [set('open', 'solved')] },
        { solved: ['requester: requester', ...everybodyElse] },
      ],
      [
        'closed by the requester: the assignee, watchers, added people',
        { by: REQUESTER, details: [set('open', 'closed')] },
        { closed: ['second-agent: assignee', ...everybodyElse] },
      ],
      [
        'solved by an agent who tells nobody',
        { by: AGENT, details: [set('open', 'solved', false)] },
        {},
      ],
      [
        'closed by the requester who tells nobody: the assignee all the same',
        { by: REQUESTER, details: [set('open', 'closed', false)] },
        { closed: ['second-agent: assignee'] },
      ],
      [
        'closed after it was solved',
        {
          by: AGENT,
          before: { status: 'solved' },
          details: [set('solved', 'closed')],
        },
        { closed: ['requester: requester', ...everybodyElse] },
      ],
      [
        'reopened by the requester: the assignee, watchers, added people',
        {
          by: REQUESTER,
          before: { status: 'closed' },
          details: [set('closed', 'open')],
        },
        { reopened: ['second-agent: assignee', ...everybodyElse] },
      ],
      [
        'reopened by the requester while nobody is assigned: the team',
        {
          by: REQUESTER,
          before: { status: 'closed', assignee: null },
          details: [set('closed', 'open')],
        },
        { reopened: ['support: team', ...everybodyElse] },
      ],
      [
        'reopened by an agent: the requester, too',
        {
          by: AGENT,
          before: { status: 'closed' },
          details: [set('closed', 'open')],
        },
        {
          reopened: [
            'requester: requester',
            'second-agent: assignee',
            ...everybodyElse,
          ],
        },
      ],
      [
        'reopened by an agent who tells nobody',
        {
          by: AGENT,
          before: { status: 'closed' },
          details: [set('closed', 'open', false)],
        },
        {},
      ],
      [
        'reopened by the requester who tells nobody: the assignee all the same',
        {
          by: REQUESTER,
          before: { status: 'closed' },
          details: [set('closed', 'open', false)],
        },
        { reopened: ['second-agent: assignee'] },
      ],
      [
        'come back by itself: the assignee',
        {
          by: DESK_ACTOR,
          before: { status: 'later' },
          details: [set('later', 'open', undefined, 'return')],
        },
        { returned: ['second-agent: assignee'] },
      ],
      [
        'come back by itself while nobody is assigned: the team',
        {
          by: DESK_ACTOR,
          before: { status: 'later', assignee: null },
          details: [set('later', 'open', undefined, 'return')],
        },
        { returned: ['support: team'] },
      ],
      [
        'come back by itself, though its status is no postponed one any more',
        { by: DESK_ACTOR, details: [{ type: 'postponed', until: null }] },
        { returned: ['second-agent: assignee'] },
      ],
      [
        'come back by itself, though its status ends it now: nobody',
        {
          by: DESK_ACTOR,
          before: { status: 'closed' },
          details: [{ type: 'postponed', until: null }],
        },
        {},
      ],
      [
        'brought back by hand: the assignee',
        {
          by: AGENT,
          before: { status: 'later' },
          details: [set('later', 'open')],
        },
        { returned: ['second-agent: assignee'] },
      ],
      [
        'brought back by hand while nobody is assigned: nobody else of the team',
        {
          by: AGENT,
          before: { status: 'later', assignee: null },
          details: [set('later', 'open')],
        },
        {},
      ],
      [
        'postponed by hand: the assignee',
        { by: AGENT, details: [set('open', 'later', undefined, 'postpone')] },
        { postponed: ['second-agent: assignee'] },
      ],
      [
        'set to wait for the requester without a word: the requester',
        { by: AGENT, details: [set('open', 'asked')] },
        { 'answer-expected': ['requester: requester'] },
      ],
      [
        'set to wait for the requester by a reply: told as a reply',
        {
          by: COLLEAGUE,
          details: [
            { type: 'replied', messageId: '7' },
            set('open', 'asked', undefined, 'agent-reply'),
          ],
        },
        { replied: ['requester: requester', ...everybodyElse] },
      ],
      [
        'merged into another ticket: all but the team',
        {
          by: AGENT,
          details: [
            set('open', 'closed', false, 'merge'),
            { type: 'merged-into', ticket: 'id', number: 'T2' },
          ],
        },
        {
          merged: [
            'requester: requester',
            'second-agent: assignee',
            ...everybodyElse,
          ],
          'access-lost': [
            'requester: requester',
            'second-agent: former-assignee',
            ...everybodyElse,
          ],
        },
      ],
      [
        'another ticket merged into it: the assignee',
        {
          by: AGENT,
          details: [
            { type: 'person-added', ref: 'user:default/new', role: 'to' },
            { type: 'merged-from', ticket: 'id', number: 'T2' },
          ],
        },
        { joined: ['second-agent: assignee'] },
      ],
      [
        'somebody was added: they are',
        {
          by: AGENT,
          details: [
            { type: 'person-added', ref: 'user:default/new', role: 'to' },
          ],
        },
        { added: ['new: added'] },
      ],
      [
        'an added person becomes another sort of added person: nobody',
        {
          by: AGENT,
          details: [
            { type: 'person-removed', ref: ADDED, role: 'to' },
            { type: 'person-added', ref: ADDED, role: 'cc' },
          ],
        },
        {},
      ],
      [
        'an added person was removed: whom it can take access from',
        {
          by: AGENT,
          details: [{ type: 'person-removed', ref: ADDED, role: 'to' }],
        },
        {
          'access-lost': [
            'requester: requester',
            'second-agent: former-assignee',
            ...everybodyElse,
          ],
        },
      ],
      [
        'made more urgent: the assignee',
        {
          by: AGENT,
          details: [
            { type: 'edited', field: 'priority', from: 'normal', to: 'high' },
          ],
        },
        { 'priority-changed': ['second-agent: assignee'] },
      ],
      [
        'closed by itself: the requester, watchers, added people',
        {
          by: DESK_ACTOR,
          before: { status: 'solved' },
          details: [set('solved', 'closed', true, 'auto-close')],
        },
        { closed: ['requester: requester', ...everybodyElse] },
      ],
      [
        'closed by itself where nobody is to be told of closings',
        {
          by: DESK_ACTOR,
          before: { status: 'solved' },
          details: [set('solved', 'closed', false, 'auto-close')],
        },
        {},
      ],
      [
        'another status of work: nobody',
        { by: AGENT, before: { status: 'new' }, details: [set('new', 'open')] },
        {},
      ],
      [
        'rated: the assignee',
        {
          by: REQUESTER,
          details: [{ type: 'rated', stars: 5, comment: null }],
        },
        { rated: ['second-agent: assignee'] },
      ],
      [
        'an edit: nobody',
        {
          by: AGENT,
          details: [
            { type: 'edited', field: 'subject', from: 'Help', to: 'Help me' },
          ],
        },
        {},
      ],
    ])('%s', (_, change, expected) => {
      expect(asTable(toldOf(change))).toEqual(expected);
    });

    it('names the message', () => {
      const change = (detail: EventDetail) =>
        toldOf({ by: AGENT, details: [detail] });
      expect([
        ...change({ type: 'replied', messageId: '7' }),
        ...change({ type: 'noted', messageId: '8' }),
        ...change({
          type: 'private-message-added',
          messageId: '9',
          recipients: [ADDED],
        }),
      ]).toMatchObject([
        { messageId: '7', inside: false },
        { messageId: '8', inside: true },
        { messageId: '9', inside: false },
      ]);
    });

    it('names everybody once, with all their roles', () => {
      const people = [
        { ref: COLLEAGUE, role: 'watcher' },
        { ref: REQUESTER, role: 'watcher' },
      ] as const;
      expect(
        asTable(
          toldOf({
            by: AGENT,
            before: { people },
            details: [{ type: 'replied', messageId: '7' }],
          }),
        ),
      ).toEqual({
        replied: [
          'requester: requester,watcher',
          'second-agent: assignee,watcher',
        ],
      });
    });
  });

  describe("while the requester's side is muted", () => {
    const muted: Partial<TicketState> = { notifyRequester: false };

    it.each<[string, Act, Record<string, string[]>]>([
      [
        'only the team and watchers are told of replies',
        {
          by: AGENT,
          before: muted,
          details: [{ type: 'replied', messageId: '7' }],
        },
        { replied: ['second-agent: assignee', 'watcher: watcher'] },
      ],
      [
        'a requester who watches is told nothing either',
        {
          by: AGENT,
          before: {
            ...muted,
            people: [{ ref: REQUESTER, role: 'watcher' }],
          },
          details: [set('open', 'solved')],
        },
        {},
      ],
      [
        'a team that was added, too, is told as the team',
        {
          by: ADDED,
          before: {
            ...muted,
            assignee: null,
            people: [{ ref: SUPPORT, role: 'cc' }],
          },
          details: [{ type: 'replied', messageId: '7' }],
        },
        { replied: ['support: team'] },
      ],
      [
        'a private message reaches whom it is for',
        {
          by: AGENT,
          before: muted,
          details: [
            {
              type: 'private-message-added',
              messageId: '9',
              recipients: [REQUESTER],
            },
          ],
        },
        { 'private-message-added': ['requester: recipient'] },
      ],
    ])('%s', (_, change, expected) => {
      expect(asTable(toldOf(change))).toEqual(expected);
    });

    it('a new ticket is confirmed to nobody', () => {
      expect(asTable(toldOfFiling(REQUESTER, muted))).toEqual({
        filed: ['support: team', 'second-agent: assignee', 'watcher: watcher'],
      });
    });
  });
});

describe('what screens have to know', () => {
  const changedBy = (...details: EventDetail[]) => {
    const events = details.map(detail => recorded(detail));
    return notificationsOf(
      { statuses, access },
      {
        before: ticket,
        after: ticket,
        assetOwners: ['group:default/payments'],
        events,
        actor: person(AGENT),
        side: 'team',
      },
    )
      .filter(({ event }) => event === 'changed')
      .map(({ inside, otherTicket, parties }) => ({
        inside,
        ...(otherTicket !== undefined && { otherTicket }),
        refs: parties.map(({ ref }) => ref),
      }));
  };
  const readers = [
    'group:default/admins',
    SUPPORT,
    OTHER,
    REQUESTER,
    ADDED,
    COPIED,
    'group:default/payments',
    'group:default/shop',
  ];

  it('goes to all readers, once for the whole change', () => {
    expect(
      changedBy(
        { type: 'replied', messageId: '7' },
        { type: 'noted', messageId: '8' },
        set('new', 'open'),
      ),
    ).toEqual([{ inside: false, refs: readers }]);
  });

  it('goes to insiders only when nobody else may notice', () => {
    expect(
      changedBy(
        { type: 'noted', messageId: '8' },
        { type: 'person-added', ref: WATCHER, role: 'watcher' },
        { type: 'tags-edited', from: [], to: ['vpn'] },
        set('new', 'open'),
      ),
    ).toEqual([{ inside: true, refs: readers }]);
  });

  it('goes of a link to those only who may read the other ticket', () => {
    const link = {
      link: 'relates',
      outward: true,
      ticket: 'id-2',
      number: 'T2',
    } as const;
    expect(
      changedBy(
        { type: 'linked', ...link },
        { type: 'notify-requester-set', to: false },
      ),
    ).toEqual([
      { inside: false, otherTicket: 'id-2', refs: readers },
      { inside: true, refs: readers },
    ]);
    expect(changedBy({ type: 'unlinked', ...link })).toEqual([
      { inside: false, otherTicket: 'id-2', refs: readers },
    ]);
  });

  it('goes to author and recipients of a private message only', () => {
    expect(
      changedBy({
        type: 'private-message-added',
        messageId: '9',
        recipients: [ADDED],
      }),
    ).toEqual([{ inside: false, refs: [AGENT, ADDED] }]);
  });

  it('goes to nobody when nothing changed', () => {
    expect(changedBy()).toEqual([]);
  });

  it('goes to those who could read a ticket that is gone', () => {
    const { event, parties } = deletionNotification(
      access,
      { ...ticket, visibility: 'internal' },
      ['group:default/payments'],
    );
    expect({ event, refs: parties.map(({ ref }) => ref) }).toEqual({
      event: 'deleted',
      refs: ['group:default/admins', SUPPORT, OTHER],
    });
  });
});

describe('shouldNotify', () => {
  const notified = (
    ref: string,
    event: NotificationEvent,
    roles: Parameters<typeof shouldNotify>[2],
    state: Partial<TicketState> = {},
    ...groups: string[]
  ) => {
    const now = { ...ticket, ...state };
    const who = { ref, belongsTo: new Set([ref, ...groups]) };
    return shouldNotify(
      { event, inside: event === 'noted', actor: AGENT },
      who,
      roles,
      accessTo(scopeOf(access, who), { ...now, assetOwners: [] }),
      now,
    );
  };

  it.each<[string, boolean, boolean]>([
    [
      'a member of the team',
      notified(COLLEAGUE, 'filed', ['team'], {}, SUPPORT),
      true,
    ],
    [
      'the actor among the team',
      notified(AGENT, 'filed', ['team'], {}, SUPPORT),
      false,
    ],
    [
      'a watcher who may read nothing',
      notified(WATCHER, 'replied', ['watcher']),
      false,
    ],
    [
      'a watching agent, of a note',
      notified(WATCHER, 'noted', ['watcher'], {}, SUPPORT),
      true,
    ],
    [
      'a watcher of the requester’s side, of a note',
      notified(WATCHER, 'noted', ['watcher'], {}, 'group:default/shop'),
      false,
    ],
    ['an added person, of a note', notified(ADDED, 'noted', ['added']), false],
    [
      'a requester who is an agent, of a note',
      notified(REQUESTER, 'noted', ['watcher'], {}, SUPPORT),
      false,
    ],
    [
      'an added person who was removed',
      notified(ADDED, 'replied', ['added'], { people: [] }),
      false,
    ],
    [
      'a member of an added group',
      notified('user:default/copy', 'replied', ['added'], {}, COPIED),
      true,
    ],
    [
      'a member of an added group, muted',
      notified(
        'user:default/copy',
        'replied',
        ['added'],
        { notifyRequester: false },
        COPIED,
      ),
      false,
    ],
    [
      'a muted requester in a watching group',
      notified(REQUESTER, 'replied', ['watcher'], { notifyRequester: false }),
      false,
    ],
    [
      'a muted requester who is assigned',
      notified(REQUESTER, 'replied', ['assignee'], { notifyRequester: false }),
      true,
    ],
    [
      'the requester of a ticket that became internal',
      notified(REQUESTER, 'replied', ['requester'], { visibility: 'internal' }),
      false,
    ],
    [
      'a screen of the actor',
      notified(AGENT, 'changed', ['reader'], {}, SUPPORT),
      true,
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });
});
