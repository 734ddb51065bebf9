import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { formatNumber } from '../domain/numbering';
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

describe('a desk without configuration', () => {
  it('has every default', () => {
    const config = read();

    expect(config).toMatchObject({
      access: { admins: [], teams: [], agentsSee: 'all' },
      defaultTeam: undefined,
      defaultPriority: 'normal',
      categories: [],
    });
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
      },
    ],
    ['empty objects', { access: {}, workflow: {} }],
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
        { ...own[3], id: 'vendor', portalStatus: 'postponed' },
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
