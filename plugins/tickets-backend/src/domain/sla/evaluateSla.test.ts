import {
  DESK_ACTOR,
  type EventDetail,
} from '@portaldesk/plugin-tickets-common';
import {
  filing,
  statusOfEachType,
} from '../../__testUtils__/arbitraryHistories';
import { type TicketState, applyEvent } from '../ticketState';
import { SlaRules } from './SlaRules';
import { type Deadlines, noDeadlines } from './deadlines';
import { evaluateSla } from './evaluateSla';

const workday = [{ from: 9 * 60, to: 17 * 60 }];

/** Tuesday, 10:00 in London, where it is summer; hours are from 9 to 17. */
const rules = new SlaRules({
  statuses: statusOfEachType,
  calendars: [
    {
      id: 'office',
      timeZone: 'Europe/London',
      hours: { 1: workday, 2: workday, 3: workday, 4: workday, 5: workday },
      isHoliday: () => false,
    },
  ],
  policies: [
    {
      id: 'gold',
      title: 'Gold',
      calendar: 'office',
      targets: {
        high: { response: 60, resolution: 480 },
        low: { response: 240, resolution: 960, inactivity: 600 },
      },
      defaultTargets: {},
      warnBefore: 60,
    },
    {
      id: 'always',
      title: 'Around the clock',
      targets: {},
      defaultTargets: { resolution: 1440 },
    },
  ],
  fingerprint: 'f',
});

/** An instant of that week; without a day, of its Tuesday. */
function at(time: string): Date {
  const [day, hour] = time.includes(' ') ? time.split(' ') : ['Tue', time];
  const date = 4 + ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].indexOf(day);
  return new Date(`2026-05-0${date}T${hour}:00+01:00`);
}

const replied = (side: 'team' | 'requester'): EventDetail => ({
  type: 'replied',
  messageId: '1',
  side,
});
const status = (to: string, merged = false): EventDetail => ({
  type: 'status-changed',
  from: 'new',
  to,
  cause: merged ? 'merge' : 'person',
});
const priority = (to: string): EventDetail => ({
  type: 'edited',
  field: 'priority',
  from: 'low',
  to,
});
const policy = (to: string | null): EventDetail => ({
  type: 'edited',
  field: 'slaPolicy',
  from: 'gold',
  to,
});
const noted: EventDetail = { type: 'noted', messageId: '2' };
const assigned: EventDetail = {
  type: 'assigned',
  from: null,
  to: 'user:default/a',
};

/** Something that happened, done by the desk itself where it says so. */
type Happened = [time: string, detail: EventDetail, by?: typeof DESK_ACTOR];
const recorded = (
  type: 'sla-warned' | 'sla-breached',
  deadline: 'response' | 'resolution' | 'inactivity',
  dueAt: string,
): EventDetail => ({ type, deadline, dueAt: at(dueAt).toISOString() });

/** Filed at 10:00 on Tuesday, with what happened since. */
function outlook(
  first: { priority: string; slaPolicy?: string | null },
  happened: readonly Happened[],
  now: string,
) {
  const all: Happened[] = [
    ['10:00', filing({ slaPolicy: 'gold', ...first })],
    ...happened,
  ];
  const events = all.map(([time, detail, actor = 'a']) => ({
    actor,
    at: at(time),
    detail,
  }));
  const ticket = events.reduce<TicketState | undefined>(
    (state, event) => applyEvent({ statuses: statusOfEachType }, state, event),
    undefined,
  );
  return evaluateSla(rules, ticket ?? fail(), events, at(now));
}

function fail(): never {
  throw new Error('there is a ticket');
}

/** Deadlines in which times are as in the tables. */
type Expected = {
  [K in keyof Deadlines]?: Deadlines[K] extends boolean | null
    ? boolean | null
    : string | null;
};

const none: Expected = {
  firstResponseAt: null,
  responseDueAt: null,
  resolutionDueAt: null,
  inactivityDueAt: null,
  nextDueAt: null,
  responseMet: null,
  resolutionMet: null,
};

type Row = [
  what: string,
  first: { priority: string; slaPolicy?: string | null },
  happened: Happened[],
  now: string,
  expected: Expected,
];

const high = { priority: 'high' };
const low = { priority: 'low' };

const table: Row[] = [
  [
    'run from the filing on',
    high,
    [],
    '10:00',
    {
      responseDueAt: '11:00',
      resolutionDueAt: 'Wed 10:00',
      nextDueAt: '11:00',
    },
  ],
  [
    'are none of a priority without targets',
    { priority: 'normal' },
    [],
    '10:00',
    {},
  ],
  ['are none without a policy', { ...high, slaPolicy: null }, [], '10:00', {}],
  [
    'are none with a policy that is configured no more',
    { ...high, slaPolicy: 'gone' },
    [['10:30', replied('team')]],
    '12:00',
    { firstResponseAt: '10:30' },
  ],
  [
    'are met by a reply in time, to the last moment',
    high,
    [['11:00', replied('team')]],
    '11:00',
    {
      firstResponseAt: '11:00',
      responseDueAt: '11:00',
      responseMet: true,
      resolutionDueAt: 'Wed 10:00',
      nextDueAt: 'Wed 10:00',
    },
  ],
  [
    'are missed by a reply that comes late',
    high,
    [['11:01', replied('team')]],
    '12:00',
    {
      firstResponseAt: '11:01',
      responseDueAt: '11:00',
      responseMet: false,
      resolutionDueAt: 'Wed 10:00',
      nextDueAt: 'Wed 10:00',
    },
  ],
  [
    'are met by no reply of the requester, and by no note',
    high,
    [
      ['10:10', replied('requester')],
      ['10:20', noted],
    ],
    '11:00',
    {
      responseDueAt: '11:00',
      responseMet: false,
      resolutionDueAt: 'Wed 10:00',
      nextDueAt: '11:00',
    },
  ],
  [
    'stand still while the requester is waited for',
    high,
    [['10:30', status('waiting-requester')]],
    '16:00',
    {},
  ],
  [
    'go on with what was used up before',
    high,
    [
      ['10:30', status('waiting-requester')],
      ['16:00', status('open')],
    ],
    '16:00',
    {
      responseDueAt: '16:30',
      resolutionDueAt: 'Wed 15:30',
      nextDueAt: '16:30',
    },
  ],
  [
    'are moved by a pause only as far as it is business time',
    high,
    [
      ['16:30', status('postponed')],
      ['Wed 10:00', status('waiting-internal')],
      ['Wed 10:00', replied('team')],
    ],
    'Wed 10:00',
    {
      firstResponseAt: 'Wed 10:00',
      responseDueAt: '11:00',
      responseMet: false,
      resolutionDueAt: 'Wed 11:30',
      nextDueAt: 'Wed 11:30',
    },
  ],
  [
    'are met by the first reply during a pause',
    high,
    [
      ['10:30', status('waiting-requester')],
      ['16:00', replied('team')],
    ],
    '16:00',
    { firstResponseAt: '16:00', responseMet: true },
  ],
  [
    'stay missed during a pause, and after it',
    high,
    [
      ['11:30', status('waiting-requester')],
      ['12:00', status('open')],
      ['12:30', status('postponed')],
    ],
    '13:00',
    { responseMet: false },
  ],
  [
    'are met by solving in time',
    high,
    [
      ['10:30', replied('team')],
      ['Wed 10:00', status('solved')],
    ],
    'Fri 10:00',
    {
      firstResponseAt: '10:30',
      responseDueAt: '11:00',
      responseMet: true,
      resolutionDueAt: 'Wed 10:00',
      resolutionMet: true,
    },
  ],
  [
    'are missed by solving late, whatever follows',
    high,
    [
      ['10:30', replied('team')],
      ['Wed 10:01', status('solved')],
      ['Wed 10:02', priority('low')],
      ['Thu 10:00', status('closed')],
    ],
    'Fri 10:00',
    {
      firstResponseAt: '10:30',
      responseDueAt: '11:00',
      responseMet: true,
      resolutionDueAt: 'Wed 10:00',
      resolutionMet: false,
    },
  ],
  [
    'are open again after a reopening, with what was used up',
    high,
    [
      ['10:30', replied('team')],
      ['12:00', status('closed')],
      ['Wed 12:00', status('open')],
    ],
    'Wed 12:00',
    {
      firstResponseAt: '10:30',
      responseDueAt: '11:00',
      responseMet: true,
      resolutionDueAt: 'Thu 10:00',
      nextDueAt: 'Thu 10:00',
    },
  ],
  [
    'ask for no reply to what was solved without one, until it is reopened',
    high,
    [
      ['10:30', status('solved')],
      ['12:00', status('open')],
    ],
    '12:00',
    {
      responseDueAt: '12:30',
      resolutionDueAt: 'Wed 11:30',
      nextDueAt: '12:30',
    },
  ],
  [
    'are counted from the filing again with another priority',
    low,
    [['10:30', priority('high')]],
    '10:30',
    {
      responseDueAt: '11:00',
      resolutionDueAt: 'Wed 10:00',
      nextDueAt: '11:00',
    },
  ],
  [
    'hold the first reply against the target that it had',
    high,
    [
      ['10:50', priority('low')],
      ['11:30', replied('team')],
      ['12:00', priority('high')],
    ],
    '12:00',
    {
      firstResponseAt: '11:30',
      responseDueAt: '14:00',
      responseMet: true,
      resolutionDueAt: 'Wed 10:00',
      nextDueAt: 'Wed 10:00',
    },
  ],
  [
    'are open again when a missed target becomes a longer one',
    high,
    [['11:30', priority('low')]],
    '11:30',
    {
      responseDueAt: '14:00',
      resolutionDueAt: 'Thu 10:00',
      inactivityDueAt: 'Wed 12:00',
      nextDueAt: '14:00',
    },
  ],
  [
    'are counted by the calendar of another policy from the filing on',
    high,
    [['16:00', policy('always')]],
    '16:00',
    { resolutionDueAt: 'Wed 10:00', nextDueAt: 'Wed 10:00' },
  ],
  [
    'keep what was met under a policy that is taken away',
    high,
    [
      ['10:30', replied('team')],
      ['11:00', policy(null)],
    ],
    '11:00',
    { firstResponseAt: '10:30', responseDueAt: '11:00', responseMet: true },
  ],
  [
    'let the team leave it alone for a time since it last did something',
    low,
    [
      ['11:00', replied('team')],
      ['12:00', assigned],
      ['13:00', replied('requester')],
    ],
    '13:00',
    {
      firstResponseAt: '11:00',
      responseDueAt: '14:00',
      responseMet: true,
      resolutionDueAt: 'Thu 10:00',
      inactivityDueAt: 'Wed 14:00',
      nextDueAt: 'Wed 14:00',
    },
  ],
  [
    'are not put off by what the desk does by itself',
    low,
    [
      ['11:00', replied('team')],
      ['12:00', assigned],
      ['13:00', { ...assigned, to: null }, DESK_ACTOR],
      ['13:10', { type: 'moved', from: null, to: 'group:x/a' }, DESK_ACTOR],
      ['13:20', assigned, DESK_ACTOR],
      ['13:20', status('open'), DESK_ACTOR],
    ],
    '14:00',
    {
      firstResponseAt: '11:00',
      responseDueAt: '14:00',
      responseMet: true,
      resolutionDueAt: 'Thu 10:00',
      inactivityDueAt: 'Wed 14:00',
      nextDueAt: 'Wed 14:00',
    },
  ],
  [
    'begin anew when the desk brings a postponed ticket back',
    low,
    [
      ['11:00', replied('team')],
      ['12:00', status('postponed')],
      ['Wed 12:00', status('open'), DESK_ACTOR],
    ],
    'Wed 12:00',
    {
      firstResponseAt: '11:00',
      responseDueAt: '14:00',
      responseMet: true,
      resolutionDueAt: 'Fri 10:00',
      inactivityDueAt: 'Thu 14:00',
      nextDueAt: 'Thu 14:00',
    },
  ],
  [
    'are neither met nor missed by a ticket that was merged in time',
    high,
    [['10:30', status('closed', true)]],
    'Fri 10:00',
    {},
  ],
  [
    'stay missed by a ticket that was merged too late',
    high,
    [['Wed 10:30', status('closed', true)]],
    'Fri 10:00',
    {
      responseDueAt: '11:00',
      responseMet: false,
      resolutionDueAt: 'Wed 10:00',
      resolutionMet: false,
    },
  ],
];

describe('deadlines', () => {
  it.each(table)('%s', (_, first, happened, now, expected) => {
    const { deadlines } = outlook(first, happened, now);
    const { checkAt: _checkAt, ...shown } = deadlines;
    const { checkAt: _none, ...nothing } = noDeadlines;
    const wanted = Object.entries({ ...none, ...expected }).map(
      ([key, value]) => [key, typeof value === 'string' ? at(value) : value],
    );
    expect(shown).toEqual({
      ...nothing,
      ...Object.fromEntries(wanted),
      rules: 'f',
    });
  });

  it('end with the ticket, where its status is configured no more', () => {
    const ticket = {
      endedAt: at('10:30'),
      archivedAt: null,
      mergedInto: null,
    };
    const events = [
      {
        actor: 'a',
        at: at('10:00'),
        detail: filing({ ...high, slaPolicy: 'gold' }),
      },
      { actor: 'a', at: at('10:30'), detail: status('removed') },
    ];
    const { deadlines, plannedEvents: steps } = evaluateSla(
      rules,
      ticket,
      events,
      at('16:00'),
    );
    expect(deadlines).toEqual({ ...noDeadlines, rules: 'f' });
    expect(steps).toEqual([]);
  });
});

describe('what is to be recorded next', () => {
  type StepRow = [
    what: string,
    happened: [time: string, detail: EventDetail][],
    now: string,
    steps: string[],
  ];
  // filed with low priority: response 14:00, inactivity Wednesday at 12:00,
  // resolution Thursday at 10:00; warnings an hour before
  const rows: StepRow[] = [
    [
      'is warning of each deadline and its breach',
      [],
      '10:00',
      [
        '13:00 sla-warned response 14:00',
        '14:00 sla-breached response 14:00',
        'Wed 17:00 sla-warned resolution Thu 10:00',
        'Thu 10:00 sla-breached resolution Thu 10:00',
        'Wed 11:00 sla-warned inactivity Wed 12:00',
        'Wed 12:00 sla-breached inactivity Wed 12:00',
      ],
    ],
    [
      'is no warning that was given, and none of a deadline that has passed',
      [
        ['10:00', replied('team')],
        ['Wed 11:00', recorded('sla-warned', 'inactivity', 'Wed 12:00')],
      ],
      'Thu 12:00',
      [
        'Thu 10:00 sla-breached resolution Thu 10:00',
        'Wed 12:00 sla-breached inactivity Wed 12:00',
      ],
    ],
    [
      'is another warning, where the deadline moved',
      [
        ['10:00', replied('team')],
        ['16:00', recorded('sla-warned', 'resolution', 'Wed 12:00')],
        ['Wed 09:00', noted],
      ],
      'Wed 09:00',
      [
        'Wed 17:00 sla-warned resolution Thu 10:00',
        'Thu 10:00 sla-breached resolution Thu 10:00',
        'Thu 10:00 sla-warned inactivity Thu 11:00',
        'Thu 11:00 sla-breached inactivity Thu 11:00',
      ],
    ],
    [
      'is no other breach, where a missed deadline becomes an earlier one',
      [
        ['10:00', replied('team')],
        ['Wed 12:00', recorded('sla-breached', 'inactivity', 'Wed 12:00')],
        ['Thu 10:00', recorded('sla-breached', 'resolution', 'Thu 10:00')],
        ['Thu 10:00', priority('high')],
      ],
      'Thu 12:00',
      [],
    ],
    [
      'is a breach of which nobody needs to be told, after a late reply',
      [
        ['14:30', replied('team')],
        ['14:30', status('closed')],
      ],
      '14:30',
      ['14:00 sla-breached response 14:00 (over)'],
    ],
    [
      'is nothing while the clock stands still',
      [['10:00', status('waiting-requester')]],
      'Fri 10:00',
      [],
    ],
    [
      'is nothing of a ticket that went into another one',
      [
        ['15:00', status('closed', true)],
        ['15:00', { type: 'merged-into', ticket: 'id', number: 'T1' }],
      ],
      'Fri 10:00',
      [],
    ],
  ];

  it.each(rows)('%s', (_, happened, now, expected) => {
    const { plannedEvents: steps, deadlines } = outlook(low, happened, now);
    const words = expected.map(row =>
      /^((?:\w+ )?\S+) (\S+) (\w+) ((?:\w+ )?\S+?)(?: \((over)\))?$/.exec(row),
    );
    expect(steps).toEqual(
      words.map(row => ({
        at: at(row?.[1] ?? ''),
        type: row?.[2],
        deadline: row?.[3],
        dueAt: at(row?.[4] ?? ''),
        pending: row?.[5] === undefined,
      })),
    );
    const times = steps.map(step => step.at.getTime());
    expect(deadlines.checkAt).toEqual(
      times.length > 0 ? new Date(Math.min(...times)) : null,
    );
  });

  it('is no warning of a target that is not longer than the time before', () => {
    const { plannedEvents: steps } = outlook(high, [], '10:00');
    expect(steps.map(({ type, deadline }) => `${type} ${deadline}`)).toEqual([
      'sla-breached response',
      'sla-warned resolution',
      'sla-breached resolution',
    ]);
  });
});
