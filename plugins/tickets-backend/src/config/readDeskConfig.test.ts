import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { formatNumber } from '../domain/numbering';
import { SlaRules } from '../domain/sla/SlaRules';
import { readDeskConfig } from './readDeskConfig';

function read(tickets?: JsonObject | null) {
  return readDeskConfig(
    new ConfigReader(tickets === undefined ? {} : { tickets }),
  );
}

/** What the desk makes of app-config files, of which the later ones win. */
function readFiles(...files: (JsonObject | null)[]) {
  return readDeskConfig(
    ConfigReader.fromConfigs(
      files.map((tickets, index) => ({
        context: `app-config.${index}.yaml`,
        data: { tickets },
      })),
    ),
  );
}

const own = [
  { id: 'unread', title: 'Unread', type: 'new' },
  { id: 'later', title: 'Later', type: 'postponed' },
  { id: 'asked', title: 'Asked', type: 'waiting-requester' },
  { id: 'doing', title: 'Doing', type: 'open' },
  { id: 'done', title: 'Done', type: 'solved' },
];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const office = {
  id: 'office',
  timeZone: 'Europe/Berlin',
  hours: {
    monday: ['13:30-24:00', '09:00 – 12:30'],
    sunday: ['00:00-00:01'],
  },
  holidays: ['2028-02-29'],
};

describe('a desk without configuration', () => {
  it('has every default', () => {
    const config = read();

    expect(config).toMatchObject({
      access: { admins: [], teams: [], agentsSee: 'all' },
      organisationAccess: true,
      teams: [],
      defaultTeam: undefined,
      routing: [],
      markOwnTicketsRead: false,
      autoClose: undefined,
      reopenWithin: undefined,
      allowReclassify: false,
      notifyOnClose: true,
      defaultPriority: 'normal',
      categories: [],
      slaPolicies: [],
      sla: expect.any(SlaRules),
      defaultSlaPolicy: undefined,
      cannedReplies: [],
      attachments: {
        storage: { type: 'database' },
        maxFileSize: 25_000_000,
        maxTicketSize: 200_000_000,
        maxFilesPerMessage: 10,
      },
      cache: { decisions: 5_000, catalog: 30_000 },
    });
    expect(config.attachments.allowedTypes).toEqual(
      expect.arrayContaining(['image/png', 'application/pdf', 'text/plain']),
    );
    expect(config.attachments.allowedTypes).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/html|svg|\*/)]),
    );
    expect(config.priorities.map(({ id }) => id)).toEqual([
      'low',
      'normal',
      'high',
    ]);
    expect(
      config.statuses.all.map(({ title, portalStatus }) => [
        title,
        portalStatus,
      ]),
    ).toEqual([
      ['New', 'in-progress'],
      ['In progress', 'in-progress'],
      ['Waiting for requester', 'answer-expected'],
      ['Waiting internally', 'in-progress'],
      ['Postponed', 'postponed'],
      ['Solved', 'closed'],
      ['Closed', 'closed'],
    ]);
    expect(config.reactions).toEqual({
      assignment: { from: ['new'], to: 'in-progress' },
      'requester-reply': {
        from: ['waiting-requester', 'postponed'],
        to: 'in-progress',
      },
      return: { from: ['postponed'], to: 'in-progress' },
      reopen: { from: ['solved', 'closed'], to: 'in-progress' },
    });
    expect(
      formatNumber(config.numbering, {
        at: new Date('2026-12-31T23:59:59Z'),
        count: 7,
        category: null,
      }),
    ).toBe('T2026-00007');
  });

  it.each([
    ['an empty section', {}],
    ['a section with nothing below it', null],
    [
      'keys with nothing below them',
      {
        admins: null,
        teams: null,
        defaultTeam: null,
        access: null,
        numbering: null,
        statuses: null,
        workflow: null,
        priorities: null,
        defaultPriority: null,
        categories: null,
        closing: null,
        routing: null,
        calendars: null,
        slaPolicies: null,
        defaultSlaPolicy: null,
        cannedReplies: null,
        attachments: null,
        cache: null,
      },
    ],
    [
      'empty objects',
      { access: {}, workflow: {}, closing: {}, attachments: {}, cache: {} },
    ],
    ['empty lists, where nothing is a choice', { admins: [], categories: [] }],
  ])('is the same with %s', (_what, tickets) => {
    expect(read(tickets)).toEqual(read());
  });
});

describe('the configuration of a desk', () => {
  it('brings references into their canonical form', () => {
    expect(
      read({
        admins: ['User:Root', 'Group:Default/Admins'],
        teams: [{ group: 'Group:Support' }],
        defaultTeam: 'group:default/SUPPORT',
      }),
    ).toMatchObject({
      access: {
        admins: ['user:default/root', 'group:default/admins'],
        teams: ['group:default/support'],
      },
      defaultTeam: 'group:default/support',
    });
  });

  it('reads dates in its time zone', () => {
    const { numbering } = read({
      numbering: { mask: '{yy}{mm}{dd}-{0}', timeZone: 'Pacific/Auckland' },
    });

    expect(
      formatNumber(numbering, {
        at: new Date('2026-12-31T12:00:00Z'),
        count: 1,
        category: null,
      }),
    ).toBe('270101-1');
  });

  it('takes the portal status from the type, unless another is named', () => {
    const { statuses } = read({
      statuses: [
        ...own,
        { ...own[3], id: 'vendor', title: 'Vendor', portalStatus: 'postponed' },
      ],
    });

    expect(statuses.get('asked').portalStatus).toBe('answer-expected');
    expect(statuses.get('vendor').portalStatus).toBe('postponed');
  });

  it.each([
    ['the named one', ['a', 'normal', 'b'], 'b', 'b'],
    ['normal, where none is named', ['a', 'normal', 'b'], undefined, 'normal'],
    ['the first, where there is no normal', ['a', 'b'], undefined, 'a'],
  ])(
    'makes the default priority %s',
    (_what, ids, defaultPriority, expected) => {
      const config = read({
        priorities: ids.map(id => ({ id, title: id })),
        ...(defaultPriority && { defaultPriority }),
      });
      expect(config.defaultPriority).toBe(expected);
    },
  );

  it('keeps of the default reactions those that it does not replace', () => {
    expect(
      read({
        statuses: own,
        workflow: {
          onAgentReply: { to: 'asked' },
          onReopen: { from: ['done'], to: 'unread' },
        },
      }).reactions,
    ).toEqual({
      assignment: { from: ['unread'], to: 'doing' },
      'agent-reply': { from: ['unread', 'doing'], to: 'asked' },
      'requester-reply': { from: ['later', 'asked'], to: 'doing' },
      return: { from: ['later'], to: 'doing' },
      reopen: { from: ['done'], to: 'unread' },
    });
  });

  it('can switch a default reaction off', () => {
    const { reactions } = read({
      workflow: { onAssign: { from: [], to: 'in-progress' } },
    });
    expect(reactions.assignment?.from).toEqual([]);
  });
});

describe('durations', () => {
  it.each<[JsonValue, number]>([
    [{ days: 30 }, 30 * 24 * 60],
    [{ weeks: 1, days: 1, hours: 2, minutes: 3 }, 8 * 24 * 60 + 123],
    ['30 days', 30 * 24 * 60],
    ['90m', 90],
    ['36h', 36 * 60],
    ['P1DT6H', 30 * 60],
    ['PT0.5H', 30],
    ['P1M', 30 * 24 * 60],
    [{ seconds: 90 }, 1.5],
  ])('%j is %d minutes', (reopenWithin, minutes) => {
    expect(read({ workflow: { reopenWithin } }).reopenWithin).toBe(
      minutes * 60_000,
    );
  });

  it.each<[JsonValue]>([
    [{ hours: 40 }],
    ['40h'],
    ['PT40H'],
    ['2400 minutes'],
    ['2400m'],
  ])('in a calendar’s time can be %j', resolution => {
    const { slaPolicies } = read({
      calendars: [office],
      slaPolicies: [
        { id: 'a', title: 'A', calendar: 'office', default: { resolution } },
      ],
    });
    expect(slaPolicies[0].defaultTargets.resolution).toBe(2400);
  });

  it.each<[JsonValue]>([
    [{ days: 2 }],
    [{ weeks: 1, hours: 1 }],
    ['2d'],
    ['2 days'],
    ['1 week'],
    ['1.5y'],
    ['P2D'],
    ['P1WT4H'],
    ['P1M'],
  ])('in a calendar’s time cannot be %j', resolution => {
    expect(() =>
      read({
        calendars: [office],
        slaPolicies: [
          { id: 'a', title: 'A', calendar: 'office', default: { resolution } },
        ],
      }),
    ).toThrow('use hours and minutes');
  });
});

describe('sizes', () => {
  it.each<[JsonValue, number]>([
    [1, 1],
    [5_000_000, 5_000_000],
    ['7', 7],
    ['7 B', 7],
    ['1.5kB', 1_500],
    ['25MB', 25_000_000],
    ['10 MiB', 10_485_760],
    ['1 KiB', 1_024],
    ['0.1GB', 100_000_000],
  ])('%j is %d bytes', (maxFileSize, bytes) => {
    expect(read({ attachments: { maxFileSize } }).attachments.maxFileSize).toBe(
      bytes,
    );
  });
});

describe('how long answers are kept', () => {
  it.each<[JsonValue, number]>([
    [{ seconds: 0 }, 0],
    ['0s', 0],
    [{ milliseconds: 250 }, 250],
    ['5 minutes', 300_000],
  ])('%j is %d milliseconds', (decisions, milliseconds) => {
    expect(read({ cache: { decisions } }).cache.decisions).toBe(milliseconds);
  });
});

describe('what closes by itself', () => {
  it.each<[string, JsonObject, object]>([
    [
      'is solved, unless other statuses are named',
      { after: 'P14D' },
      { from: ['done'], to: 'shut', after: 14 * 86_400_000 },
    ],
    [
      'is in the named statuses',
      { from: ['asked'], to: 'done', after: { hours: 1 } },
      { from: ['asked'], to: 'done', after: 3_600_000 },
    ],
  ])('%s', (_what, autoClose, expected) => {
    const statuses = [...own, { id: 'shut', title: 'Shut', type: 'closed' }];
    expect(read({ statuses, workflow: { autoClose } }).autoClose).toEqual(
      expected,
    );
  });
});

describe('categories', () => {
  it('have what follows from them', () => {
    const { categories } = read({
      numbering: { mask: 'T{0}', timeZone: 'Europe/Berlin' },
      slaPolicies: [{ id: 'gold', title: 'Gold', default: { response: '4h' } }],
      categories: [
        { id: 'bare', title: 'Bare' },
        {
          id: 'full',
          title: 'Full',
          fits: { kinds: ['Component'], types: ['service'], tags: ['java'] },
          agentsOnly: true,
          visibility: 'internal',
          team: 'Group:Support',
          slaPolicy: 'gold',
          tags: ['On-Call'],
          form: {
            schema: {
              required: ['cause'],
              properties: {
                cause: { type: 'string', 'ui:widget': 'textarea' },
              },
            },
            hidden: ['cause'],
          },
          numbering: { mask: 'F{00}' },
        },
      ],
    });

    expect(categories).toEqual([
      { id: 'bare', title: 'Bare', agentsOnly: false, tags: [] },
      {
        id: 'full',
        title: 'Full',
        fits: { kinds: ['component'], types: ['service'], tags: ['java'] },
        agentsOnly: true,
        visibility: 'internal',
        team: 'group:default/support',
        slaPolicy: 'gold',
        tags: ['on-call'],
        form: {
          schema: {
            type: 'object',
            required: ['cause'],
            properties: { cause: { type: 'string', 'ui:widget': 'textarea' } },
          },
          hidden: ['cause'],
        },
        numbering: expect.objectContaining({
          text: 'F{00}',
          timeZone: 'Europe/Berlin',
        }),
      },
    ]);
  });
});

describe('rules', () => {
  it('have lists of what they test, and a name', () => {
    const { routing } = read({
      teams: [{ group: 'group:default/a', assign: 'round-robin' }],
      categories: [
        {
          id: 'a',
          title: 'A',
          form: {
            schema: {
              properties: { size: { type: 'number' } },
              dependencies: {
                size: { properties: { unit: { enum: ['m', 'ft'] } } },
              },
            },
          },
        },
      ],
      routing: [
        {
          when: {
            category: 'a',
            channel: ['email', 'api'],
            fields: { size: [1, 2], unit: 'm' },
            requesterGroup: 'Group:Shop',
            asset: {
              kind: 'Component',
              system: 'System:Payments',
              annotations: { 'example.com/tier': 'gold' },
            },
          },
          then: { team: 'Group:A', watchers: ['User:Jane'] },
        },
        { name: 'all others', when: {}, then: { assign: 'creator' } },
      ],
    });

    expect(routing).toEqual([
      {
        name: '#1',
        when: {
          category: ['a'],
          channel: ['email', 'api'],
          fields: { size: [1, 2], unit: ['m'] },
          requesterGroup: ['group:default/shop'],
          asset: {
            kind: ['component'],
            system: ['system:default/payments'],
            annotations: { 'example.com/tier': ['gold'] },
          },
        },
        then: { team: 'group:default/a', watchers: ['user:default/jane'] },
      },
      { name: 'all others', when: {}, then: { assign: 'creator' } },
    ]);
  });
});

describe('deadlines', () => {
  const gold = {
    id: 'gold',
    title: 'Gold',
    calendar: 'office',
    targets: { high: { response: '1h', resolution: 'PT8H' } },
    warnBefore: { minutes: 30 },
    escalate: { priority: 'high' },
  };
  const high = { slaPolicy: 'gold', priority: 'high' };
  /** An instant on a day in Berlin, where it is summer. */
  const at = (time: string) => new Date(`${time}+02:00`);

  it('are minutes', () => {
    const { slaPolicies, defaultSlaPolicy } = read({
      calendars: [office],
      slaPolicies: [gold],
      defaultSlaPolicy: 'gold',
    });

    expect(slaPolicies).toEqual([
      {
        id: 'gold',
        title: 'Gold',
        calendar: 'office',
        targets: { high: { response: 60, resolution: 480 } },
        defaultTargets: {},
        warnBefore: 30,
        escalation: { priority: 'high', notify: [] },
      },
    ]);
    expect(defaultSlaPolicy).toBe('gold');
  });

  it('are counted within the spans of the week, but for holidays', () => {
    const { sla } = read({
      calendars: [{ ...office, holidays: ['2026-06-08'] }],
      slaPolicies: [gold],
    });
    const time = sla.resolveTargets(high)?.time;
    const monday = at('2026-06-01T00:00');

    // Monday has 14 hours, Sunday a minute
    expect(time?.after(monday, 5 * HOUR)).toEqual(at('2026-06-01T15:00'));
    expect(time?.after(monday, 14 * HOUR)).toEqual(at('2026-06-02T00:00'));
    expect(time?.after(monday, 14 * HOUR + MINUTE)).toEqual(
      at('2026-06-07T00:01'),
    );
    expect(time?.after(monday, 14 * HOUR + 2 * MINUTE)).toEqual(
      at('2026-06-14T00:01'),
    );
  });

  it('are counted on no holiday of a country, but for exceptions', () => {
    const holidays = {
      country: 'DE',
      dates: ['2026-06-29'],
      except: ['2026-05-25', '2026-06-29'],
    };
    const { sla } = read({
      calendars: [{ ...office, holidays }],
      slaPolicies: [gold],
    });
    const time = sla.resolveTargets(high)?.time;
    const hoursOn = (date: string) => {
      const midnight = at(`${date}T00:00`);
      const next = new Date(midnight.getTime() + 24 * HOUR);
      return (time?.between(midnight, next) ?? NaN) / HOUR;
    };

    // Mondays: Easter, Whitsun, a day that is listed, one like any other
    expect(
      ['2026-04-06', '2026-05-25', '2026-06-29', '2026-07-06'].map(hoursOn),
    ).toEqual([0, 14, 0, 14]);
  });

  it('have a fingerprint of what decides about them', () => {
    const fingerprint = (tickets: JsonObject) => read(tickets).sla.fingerprint;
    const one = { calendars: [office], slaPolicies: [gold] };

    expect(fingerprint(one)).toMatch(/^[0-9a-f]{16}$/);
    expect(
      fingerprint({ ...one, slaPolicies: [{ ...gold, title: 'Silver' }] }),
    ).toBe(fingerprint(one));
    for (const other of [
      {},
      { slaPolicies: [{ ...gold, calendar: undefined }] },
      { ...one, slaPolicies: [{ ...gold, warnBefore: '1h' }] },
      { ...one, calendars: [{ ...office, timeZone: 'Europe/Madrid' }] },
      { ...one, calendars: [{ ...office, holidays: { country: 'DE' } }] },
      {
        ...one,
        statuses: [
          { id: 'new', title: 'New', type: 'new' },
          { id: 'closed', title: 'Closed', type: 'closed' },
        ],
      },
    ]) {
      expect(fingerprint(other)).not.toBe(fingerprint(one));
    }
  });
});

describe('the storage of attachments', () => {
  it.each([
    [{ type: 'database' }, { type: 'database' }],
    [
      { type: 'file-system', directory: '/files' },
      { type: 'file-system', directory: '/files' },
    ],
    [
      { type: 's3', bucket: 'b' },
      { type: 's3', bucket: 'b', prefix: '', forcePathStyle: false },
    ],
    [
      {
        type: 's3',
        bucket: 'b',
        prefix: 'p/',
        region: 'r',
        endpoint: 'http://localhost:9000',
        forcePathStyle: true,
        accessKeyId: 'id',
        secretAccessKey: 'hush',
      },
      {
        type: 's3',
        bucket: 'b',
        prefix: 'p/',
        region: 'r',
        endpoint: 'http://localhost:9000',
        forcePathStyle: true,
        accessKeyId: 'id',
        secretAccessKey: 'hush',
      },
    ],
  ])('is read from %j', (storage, expected) => {
    expect(read({ attachments: { storage } }).attachments.storage).toEqual(
      expected,
    );
  });
});

describe('a configuration in several files', () => {
  it('merges objects, and takes lists from the last file that has them', () => {
    const config = readFiles(
      {
        admins: ['user:default/a'],
        access: { agentsSee: 'own-team' },
        numbering: { mask: 'A-{0}' },
        workflow: { onAssign: { to: 'in-progress' } },
        teams: [{ group: 'group:default/a' }, { group: 'group:default/b' }],
      },
      {
        admins: ['user:default/b'],
        numbering: { mask: 'B-{00}' },
        workflow: { onAssign: { from: ['solved'] } },
        defaultTeam: 'group:default/b',
      },
    );

    expect(config).toMatchObject({
      access: {
        admins: ['user:default/b'],
        agentsSee: 'own-team',
        teams: ['group:default/a', 'group:default/b'],
      },
      numbering: { text: 'B-{00}' },
      reactions: { assignment: { from: ['solved'], to: 'in-progress' } },
      defaultTeam: 'group:default/b',
    });
  });

  it('is checked as a whole', () => {
    expect(() =>
      readFiles(
        { teams: [{ group: 'group:default/a' }] },
        { defaultTeam: 'group:default/b' },
      ),
    ).toThrow(
      'tickets.defaultTeam is "group:default/b": use a group of tickets.teams, or add it there',
    );
  });

  it('lets a later file take a setting back', () => {
    expect(
      readFiles(
        { defaultTeam: 'group:default/a', categories: [{ id: 'a' }] },
        { defaultTeam: null, categories: null },
      ),
    ).toEqual(read());
  });
});
