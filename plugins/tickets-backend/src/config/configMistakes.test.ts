import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { testDatabases } from '../__testUtils__/databases';
import { ticketsPlugin } from '../plugin';
import { readDeskConfig } from './readDeskConfig';

jest.setTimeout(120_000);

const NEW = { id: 'fresh', title: 'Fresh', type: 'new' };
const DONE = { id: 'done', title: 'Done', type: 'closed' };

const ONE = 'Mistake in the configuration of the desk: ';
const ID = 'use lower-case letters, digits and dashes, such as access-request';
const TYPE =
  'use one of new, open, waiting-requester, waiting-internal, postponed, solved, closed';
const DEFAULT_STATUS =
  'use one of new, in-progress, waiting-requester, waiting-internal, postponed, solved, closed, or add it to tickets.statuses';
const PRIORITY =
  'use one of low, normal, high, or add it to tickets.priorities';
const MASK =
  'use letters, digits, dots, dashes, underscores, {yyyy} {yy} {mm} {dd} {category} and one counter such as {00000}';
const ZONE = 'use an IANA time zone such as Europe/Berlin';
const GROUP =
  'use the full reference of a group, such as group:default/support';
const PERSON =
  'use the full reference of a user or a group, such as group:default/admins';
const COLOR = 'use a hex colour such as "#1976d2"';
const STRANGER = 'there is no such setting; remove it or mend its name';
const QUOTES = 'put it in quotes, so that it is text';

/** A configuration that is wrong in one place, and what the desk says of it. */
const table: [what: string, tickets: JsonValue, message: string][] = [
  [
    'a section that is a list',
    [],
    'tickets is []: use an object with settings of the desk, or leave the key out',
  ],
  [
    'a section that is text',
    'on',
    'tickets is "on": use an object with settings of the desk, or leave the key out',
  ],
  [
    'an unknown key',
    { team: 'group:default/support' },
    `tickets.team is "group:default/support": ${STRANGER}`,
  ],
  [
    'a key that is a whole path',
    { 'access.agentsSee': 'all' },
    `tickets["access.agentsSee"] is "all": ${STRANGER}`,
  ],
  [
    'an unknown key in an object',
    { access: { agentSees: 'all' } },
    `tickets.access.agentSees is "all": ${STRANGER}`,
  ],
  [
    'an unknown key in a list',
    { statuses: [{ ...NEW, nxt: ['done'] }, DONE] },
    `tickets.statuses[0].nxt is ["done"]: ${STRANGER}`,
  ],
  [
    'an unknown reaction',
    { workflow: { onRead: { to: 'in-progress' } } },
    `tickets.workflow.onRead is {"to":"in-progress"}: ${STRANGER}`,
  ],

  // statuses
  [
    'no statuses',
    { statuses: [] },
    'tickets.statuses is []: list at least one status, or leave the key out for the default ones',
  ],
  [
    'statuses that are no list',
    { statuses: { id: 'new' } },
    'tickets.statuses is {"id":"new"}: list at least one status, or leave the key out for the default ones',
  ],
  [
    'a status that is only a name',
    { statuses: ['new', DONE] },
    'tickets.statuses[0] is "new": use an object with the keys id, title and type',
  ],
  [
    'an unknown status type',
    { statuses: [{ ...NEW, type: 'unread' }, DONE] },
    `tickets.statuses[0].type is "unread": ${TYPE}`,
  ],
  [
    'a status without type',
    { statuses: [{ id: 'fresh', title: 'Fresh' }, DONE] },
    `tickets.statuses[0].type is missing: ${TYPE}`,
  ],
  [
    'a status without title',
    { statuses: [{ id: 'fresh', type: 'new' }, DONE] },
    'tickets.statuses[0].title is missing: write the title that people see',
  ],
  [
    'an empty title',
    { statuses: [{ ...NEW, title: '  ' }, DONE] },
    'tickets.statuses[0].title is "  ": write the title that people see',
  ],
  [
    'a title that YAML reads as a number',
    { statuses: [{ ...NEW, title: 1 }, DONE] },
    `tickets.statuses[0].title is 1: ${QUOTES}`,
  ],
  [
    'a title without end',
    { statuses: [{ ...NEW, title: 'x'.repeat(201) }, DONE] },
    `tickets.statuses[0].title is "${'x'.repeat(76)}...: use at most 200 characters`,
  ],
  [
    'an id with capitals and spaces',
    { statuses: [{ ...NEW, id: 'In Progress' }, DONE] },
    `tickets.statuses[0].id is "In Progress": ${ID}`,
  ],
  [
    'an id that YAML reads as a number',
    { statuses: [{ ...NEW, id: 1 }, DONE] },
    `tickets.statuses[0].id is 1: ${QUOTES}`,
  ],
  [
    'an id that YAML reads as a truth value',
    { statuses: [{ ...NEW, id: true }, DONE] },
    `tickets.statuses[0].id is true: ${QUOTES}`,
  ],
  [
    'an id without end',
    { categories: [{ id: 'x'.repeat(65), title: 'X' }] },
    `tickets.categories[0].id is "${'x'.repeat(65)}": use at most 64 characters`,
  ],
  [
    'an unknown portal status',
    { statuses: [{ ...NEW, portalStatus: 'open' }, DONE] },
    'tickets.statuses[0].portalStatus is "open": use one of in-progress, answer-expected, postponed, closed',
  ],
  [
    'a colour by name',
    { statuses: [{ ...NEW, color: 'red' }, DONE] },
    `tickets.statuses[0].color is "red": ${COLOR}`,
  ],
  [
    'a colour that YAML reads as a comment',
    { statuses: [{ ...NEW, color: null }, DONE] },
    `tickets.statuses[0].color is null: ${COLOR}`,
  ],
  [
    'a duplicate status',
    { statuses: [NEW, DONE, { ...DONE, id: 'fresh' }] },
    'tickets.statuses[2].id is "fresh": tickets.statuses[0] has it already; choose another or remove one',
  ],
  [
    'an unknown status in a transition',
    { statuses: [{ ...NEW, next: ['done', 'gone'] }, DONE] },
    'tickets.statuses[0].next[1] is "gone": use one of fresh, done, or add it to tickets.statuses',
  ],
  [
    'transitions that are no list',
    { statuses: [{ ...NEW, next: 'done' }, DONE] },
    'tickets.statuses[0].next is "done": use a list of ids of statuses',
  ],
  [
    'no status to begin in',
    { statuses: [DONE] },
    'tickets.statuses is [{"id":"done","title":"Done","type":"closed"}]: add a status of type new or open, in which tickets begin',
  ],
  [
    'no status to end in',
    { statuses: [NEW] },
    'tickets.statuses is [{"id":"fresh","title":"Fresh","type":"new"}]: add a status of type solved or closed, in which tickets end',
  ],

  // workflow
  [
    'a reaction that leads to an unknown status',
    { workflow: { onAssign: { to: 'assigned' } } },
    `tickets.workflow.onAssign.to is "assigned": ${DEFAULT_STATUS}`,
  ],
  [
    'a reaction from an unknown status',
    { workflow: { onAgentReply: { from: ['new', 'read'], to: 'solved' } } },
    `tickets.workflow.onAgentReply.from[1] is "read": ${DEFAULT_STATUS}`,
  ],
  [
    'a reaction to a default status that the desk does not have',
    {
      statuses: [NEW, DONE],
      workflow: { onRequesterReply: { to: 'in-progress' } },
    },
    'tickets.workflow.onRequesterReply.to is "in-progress": use one of fresh, done, or add it to tickets.statuses',
  ],
  [
    'a reaction that leads nowhere',
    { workflow: { onReopen: { from: ['closed'] } } },
    'tickets.workflow.onReopen.to is missing: use the id of a status',
  ],
  [
    'a reaction that is only a status',
    { workflow: { onAssign: 'in-progress' } },
    'tickets.workflow.onAssign is "in-progress": use an object with the key to, and from if it is needed',
  ],
  [
    'reopening into an ended status',
    { workflow: { onReopen: { to: 'closed' } } },
    'tickets.workflow.onReopen.to is "closed": use a status that is neither solved nor closed',
  ],

  // numbering
  [
    'a mask without counter',
    { numbering: { mask: 'T{yyyy}' } },
    `tickets.numbering.mask is "T{yyyy}": it has no counter; ${MASK}`,
  ],
  [
    'a mask with two counters',
    { numbering: { mask: '{0}-{000}' } },
    `tickets.numbering.mask is "{0}-{000}": it has more than one counter; ${MASK}`,
  ],
  [
    'a mask with an unknown part',
    { numbering: { mask: '{week}-{000}' } },
    `tickets.numbering.mask is "{week}-{000}": it holds the unknown part {week}; ${MASK}`,
  ],
  [
    'a mask with characters that an address cannot have',
    { numbering: { mask: 'T/{000}' } },
    `tickets.numbering.mask is "T/{000}": it holds "/"; ${MASK}`,
  ],
  [
    'a mask with a month but no year',
    { numbering: { mask: 'T{mm}-{000}' } },
    `tickets.numbering.mask is "T{mm}-{000}": its month lacks a year, so numbers would repeat; ${MASK}`,
  ],
  [
    'a mask whose category cannot be told from its counter',
    { numbering: { mask: '{category}{000}' } },
    `tickets.numbering.mask is "{category}{000}": its category and its counter run together, so put a dash between them; ${MASK}`,
  ],
  [
    'numbering without mask',
    { numbering: { timeZone: 'UTC' } },
    `tickets.numbering.mask is missing: ${MASK}`,
  ],
  [
    'numbering that is only a mask',
    { numbering: 'T{000}' },
    'tickets.numbering is "T{000}": use an object with the key mask',
  ],
  [
    'an unknown time zone',
    { numbering: { mask: 'T{000}', timeZone: 'Europe/Bonn' } },
    `tickets.numbering.timeZone is "Europe/Bonn": ${ZONE}`,
  ],
  [
    'a time zone that differs from server to server',
    { numbering: { mask: 'T{000}', timeZone: 'local' } },
    `tickets.numbering.timeZone is "local": ${ZONE}`,
  ],

  // people
  [
    'a team that is no full reference',
    { teams: [{ group: 'support' }] },
    `tickets.teams[0].group is "support": ${GROUP}`,
  ],
  [
    'a team that is a user',
    { teams: [{ group: 'user:default/jane' }] },
    `tickets.teams[0].group is "user:default/jane": ${GROUP}`,
  ],
  [
    'a team that is only a reference',
    { teams: ['group:default/support'] },
    'tickets.teams[0] is "group:default/support": use an object with the key group',
  ],
  [
    'a duplicate team, however it is written',
    { teams: [{ group: 'group:default/a' }, { group: 'Group:A' }] },
    'tickets.teams[1].group is "Group:A": tickets.teams[0] has it already; choose another or remove one',
  ],
  [
    'no teams',
    { teams: [] },
    'tickets.teams is []: list at least one team, or leave the key out so that every group can own tickets',
  ],
  [
    'an admin that is neither user nor group',
    { admins: ['group:default/a', 'component:default/b'] },
    `tickets.admins[1] is "component:default/b": ${PERSON}`,
  ],
  [
    'admins that are no list',
    { admins: 'group:default/a' },
    'tickets.admins is "group:default/a": use a list of references of users and groups',
  ],
  [
    'a default team that is no group',
    { defaultTeam: 'user:default/jane' },
    `tickets.defaultTeam is "user:default/jane": ${GROUP}`,
  ],
  [
    'a default team that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      defaultTeam: 'group:default/b',
    },
    'tickets.defaultTeam is "group:default/b": use a group of tickets.teams, or add it there',
  ],
  [
    'a wrong word for what agents see',
    { access: { agentsSee: 'everything' } },
    'tickets.access.agentsSee is "everything": use one of all, own-team',
  ],

  // priorities and categories
  [
    'no priorities',
    { priorities: [] },
    'tickets.priorities is []: list at least one priority, or leave the key out for low, normal and high',
  ],
  [
    'a duplicate priority',
    {
      priorities: [
        { id: 'p1', title: 'One' },
        { id: 'p1', title: 'Two' },
      ],
    },
    'tickets.priorities[1].id is "p1": tickets.priorities[0] has it already; choose another or remove one',
  ],
  [
    'an unknown default priority',
    { defaultPriority: 'urgent' },
    `tickets.defaultPriority is "urgent": ${PRIORITY}`,
  ],
  [
    'a default priority that the desk does not have',
    { priorities: [{ id: 'p1', title: 'One' }], defaultPriority: 'normal' },
    'tickets.defaultPriority is "normal": use one of p1, or add it to tickets.priorities',
  ],
  [
    'a default priority that is a number',
    { defaultPriority: 1 },
    `tickets.defaultPriority is 1: ${QUOTES}`,
  ],
  [
    'categories that are no list',
    { categories: { incident: 'Incident' } },
    'tickets.categories is {"incident":"Incident"}: use a list of categories, or leave the key out',
  ],
  [
    'a duplicate category',
    {
      categories: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
        { id: 'a', title: 'C' },
      ],
    },
    'tickets.categories[2].id is "a": tickets.categories[0] has it already; choose another or remove one',
  ],
  [
    'a category with an unknown priority',
    { categories: [{ id: 'a', title: 'A', priority: 'urgent' }] },
    `tickets.categories[0].priority is "urgent": ${PRIORITY}`,
  ],
  [
    'a category with an empty description',
    { categories: [{ id: 'a', title: 'A', description: '' }] },
    'tickets.categories[0].description is "": write one sentence, or leave it out',
  ],
];

const several = {
  admins: ['root'],
  statuses: [{ ...NEW, type: 'fresh' }, DONE],
  teem: [],
};
const severalMessage = [
  '3 mistakes in the configuration of the desk',
  `tickets.admins[0] is "root": ${PERSON}`,
  `tickets.statuses[0].type is "fresh": ${TYPE}`,
  `tickets.teem is []: ${STRANGER}`,
].join('\n  ');

/** Every setting there is. */
const deskWithEverything: JsonObject = {
  admins: ['group:default/a'],
  teams: [{ group: 'group:default/a' }],
  defaultTeam: 'group:default/a',
  access: { agentsSee: 'all' },
  numbering: { mask: 'T{000}', timeZone: 'UTC' },
  statuses: [
    {
      ...NEW,
      portalStatus: 'in-progress',
      color: '#112233',
      next: ['done'],
    },
    DONE,
  ],
  workflow: {
    onAssign: { from: ['fresh'], to: 'fresh' },
    onAgentReply: { from: ['fresh'], to: 'fresh' },
    onRequesterReply: { from: ['fresh'], to: 'fresh' },
    onReopen: { from: ['done'], to: 'fresh' },
  },
  priorities: [{ id: 'p1', title: 'One' }],
  defaultPriority: 'p1',
  categories: [
    { id: 'a', title: 'A', description: 'A', icon: 'help', priority: 'p1' },
  ],
};

type Place = readonly (string | number)[];

/** The paths of all values in a value, its own first. */
function placesIn(value: JsonValue | undefined): Place[] {
  const inside =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    [],
    ...inside.flatMap(([key, item]) =>
      placesIn(item).map(place => [
        Array.isArray(value) ? Number(key) : key,
        ...place,
      ]),
    ),
  ];
}

function replaced(
  whole: JsonValue | undefined,
  [key, ...rest]: Place,
  value: JsonValue,
): JsonValue {
  if (key === undefined) {
    return value;
  }
  const copy = structuredClone(whole);
  if (Array.isArray(copy)) {
    copy[Number(key)] = replaced(copy[Number(key)], rest, value);
    return copy;
  }
  const object = copy as JsonObject;
  return { ...object, [key]: replaced(object[key], rest, value) };
}

function complaintAbout(tickets: JsonValue): string | undefined {
  try {
    readDeskConfig(new ConfigReader({ tickets }));
    return undefined;
  } catch (error) {
    return String((error as Error).message);
  }
}

const databases = testDatabases();

async function startDesk(tickets?: JsonValue) {
  const knex = await databases.init('SQLITE_3');
  return startTestBackend({
    features: [
      ticketsPlugin,
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: tickets === undefined ? {} : { tickets },
      }),
    ],
  });
}

describe('a mistake in the configuration', () => {
  it.each(table)('is named: %s', (_what, tickets, message) => {
    expect(() => readDeskConfig(new ConfigReader({ tickets }))).toThrow(
      new Error(ONE + message),
    );
  });

  it.each(table)(
    'is named by path, value and remedy: %s',
    (_what, _tickets, message) => {
      expect(message).toMatch(/^tickets[\w.[\]"]* (is missing|is [^]+): .+$/);
    },
  );

  it('is named in our own words, whatever stands where', () => {
    const anywhere = fc.constantFrom(...placesIn(deskWithEverything));
    const anything = fc.oneof(
      fc.constantFrom<JsonValue[]>('', ' ', 'x', 'group:default/a', 0, -1.5),
      fc.constantFrom<JsonValue[]>(true, null, [], {}, [null], [[]], [{}]),
      fc.jsonValue({ maxDepth: 2 }).map(value => value as JsonValue),
    );
    const line =
      /^tickets(\.[\w-]+|\[\d+\]|\[".*"\])* is .+: (use|put|write|list|add|there is no|it |its |tickets\.)/;
    fc.assert(
      fc.property(anywhere, anything, (place, value) => {
        const tickets = replaced(deskWithEverything, place, value);
        const message = complaintAbout(tickets);
        fc.pre(message !== undefined);
        const mistakes = message.startsWith(ONE)
          ? [message.slice(ONE.length)]
          : message.split('\n  ').slice(1);
        expect(mistakes.length).toBeGreaterThan(0);
        for (const mistake of mistakes) {
          expect(mistake).toMatch(line);
          expect(mistake).not.toMatch(/invalid input|expected \w+, received/i);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is named together with all others', () => {
    expect(() =>
      readDeskConfig(new ConfigReader({ tickets: several })),
    ).toThrow(new Error(severalMessage));
  });

  it('is named together with all others between settings', () => {
    const tickets = {
      defaultPriority: 'x',
      defaultTeam: 'group:default/b',
      teams: [{ group: 'group:default/a' }],
      workflow: { onAssign: { to: 'y' } },
    };
    expect(() => readDeskConfig(new ConfigReader({ tickets }))).toThrow(
      new Error(
        [
          '3 mistakes in the configuration of the desk',
          `tickets.workflow.onAssign.to is "y": ${DEFAULT_STATUS}`,
          `tickets.defaultPriority is "x": ${PRIORITY}`,
          'tickets.defaultTeam is "group:default/b": use a group of tickets.teams, or add it there',
        ].join('\n  '),
      ),
    );
  });
});

describe('the backend', () => {
  it.each<[what: string, tickets: JsonValue, message: string]>([
    ...table.map(([what, tickets, message]): [string, JsonValue, string] => [
      what,
      tickets,
      ONE + message,
    ]),
    ['several mistakes at once', several, severalMessage],
  ])('does not start with %s', async (_what, tickets, message) => {
    const started = startDesk(tickets);

    await expect(started).rejects.toThrow(
      new Error(
        `Backend startup failed due to the following errors:\n  Plugin 'tickets' startup failed; caused by Error: ${message}`,
      ),
    );
  });

  it.each([
    ['without configuration of the desk', undefined],
    ['with an empty section', {}],
    ['with a section that has nothing below it', null],
  ])('starts %s', async (_what, tickets) => {
    const backend = await startDesk(tickets);

    await expect(backend.stop()).resolves.toBeUndefined();
  });
});
