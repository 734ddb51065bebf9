import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { parse } from 'yaml';
import { attachmentMistakes } from '../__testUtils__/configMistakes/attachments';
import { cacheMistakes } from '../__testUtils__/configMistakes/cache';
import { categoryMistakes } from '../__testUtils__/configMistakes/categories';
import { deadlineMistakes } from '../__testUtils__/configMistakes/deadlines';
import { formMistakes } from '../__testUtils__/configMistakes/forms';
import { peopleMistakes } from '../__testUtils__/configMistakes/people';
import { replyMistakes } from '../__testUtils__/configMistakes/replies';
import { routingMistakes } from '../__testUtils__/configMistakes/routing';
import { shapeMistakes } from '../__testUtils__/configMistakes/shape';
import { statusMistakes } from '../__testUtils__/configMistakes/statuses';
import { workflowMistakes } from '../__testUtils__/configMistakes/workflow';
import {
  DEFAULT_STATUS,
  DONE,
  GOLD,
  HELLO,
  NEW,
  ONE,
  PERSON,
  PRIORITY,
  STRANGER,
  TYPE,
  type Mistake,
} from '../__testUtils__/configMistakes/words';
import { testDatabases } from '../__testUtils__/databases';
import { ticketsPlugin } from '../plugin';
import { readDeskConfig } from './readDeskConfig';

jest.setTimeout(120_000);

const table: readonly Mistake[] = [
  ...attachmentMistakes,
  ...cacheMistakes,
  ...categoryMistakes,
  ...deadlineMistakes,
  ...formMistakes,
  ...peopleMistakes,
  ...replyMistakes,
  ...routingMistakes,
  ...shapeMistakes,
  ...statusMistakes,
  ...workflowMistakes,
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
  `tickets.teem is []: ${STRANGER} (did you mean teams?)`,
].join('\n  ');

/** Nearly every setting there is. */
const deskWithEverything: JsonObject = parse(
  readFileSync(resolve(__dirname, '../../examples/everything.yaml'), 'utf8'),
).tickets;

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
    'is named by path, value and hint: %s',
    (_what, _tickets, message) => {
      expect(message).toMatch(/^tickets[\w.[\]"/]* (is missing|is [^]+): .+$/);
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
      /^tickets(\.[\w-]+|\[\d+\]|\[".*"\])* is .+: (use|put|write|list|add|name|there is no|it |its |tickets\.)/;
    fc.assert(
      fc.property(anywhere, anything, (place, value) => {
        const tickets = replaced(deskWithEverything, place, value);
        const message = complaintAbout(tickets);
        fc.pre(message !== undefined);
        const issues = message.startsWith(ONE)
          ? [message.slice(ONE.length)]
          : message.split('\n  ').slice(1);
        expect(issues.length).toBeGreaterThan(0);
        for (const mistake of issues) {
          expect(mistake).toMatch(line);
          expect(mistake).not.toMatch(/invalid input|expected \w+, received/i);
        }
      }),
      {
        numRuns: 1000,
        examples: [
          [
            'categories.0.form.schema.properties.environment.enum.1'.split('.'),
            { toString: null },
          ],
        ],
      },
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

describe('mistakes of several kinds', () => {
  it('are said together: within a section and between sections', () => {
    const tickets = {
      statuses: [{ ...NEW, type: 'fresh' }, DONE],
      workflow: { onAssign: { to: 'nowhere' } },
      defaultPriority: 'x',
      categories: [{ id: 'a', title: 'A', priority: 'y' }],
    };
    expect(complaintAbout(tickets)).toBe(
      [
        '3 mistakes in the configuration of the desk',
        `tickets.statuses[0].type is "fresh": ${TYPE}`,
        `tickets.defaultPriority is "x": ${PRIORITY}`,
        `tickets.categories[0].priority is "y": ${PRIORITY}`,
      ].join('\n  '),
    );
  });

  it.each([
    ['statuses', { workflow: { onAssign: { to: 'working' } } }],
    ['priorities', { defaultPriority: 'p1' }],
    ['teams', { defaultTeam: 'group:default/a' }],
    ['slaPolicies', { defaultSlaPolicy: 'gold' }],
    ['calendars', { slaPolicies: [{ ...GOLD, calendar: 'office' }] }],
    [
      'categories',
      {
        routing: [
          {
            when: { category: 'a', fields: { x: 1 } },
            then: { priority: 'high' },
          },
        ],
      },
    ],
  ])('do not follow from %s that cannot be read', (section, others) => {
    expect(complaintAbout({ [section]: [{ id: 7 }], ...others })).not.toMatch(
      new RegExp(`tickets\\.(?!${section})\\S+ (is|\\()`),
    );
  });
});

describe('what is no mistake', () => {
  it.each<[string, JsonValue]>([
    [
      'two categories of one title for assets of different kinds',
      {
        categories: [
          { id: 'a', title: 'Broken', fits: { kinds: ['api'] } },
          { id: 'b', title: 'Broken', fits: { kinds: ['component'] } },
        ],
      },
    ],
    [
      'two categories of one title for assets of different types',
      {
        categories: [
          { id: 'a', title: 'Deployment', fits: { types: ['service'] } },
          { id: 'b', title: 'Deployment', fits: { types: ['website'] } },
        ],
      },
    ],
    [
      'canned texts of one title for different teams, categories and kinds',
      {
        categories: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B' },
        ],
        cannedReplies: [
          { ...HELLO, id: 'h1', teams: ['group:default/a'] },
          { ...HELLO, id: 'h2', teams: ['group:default/b'], categories: ['a'] },
          { ...HELLO, id: 'h3', teams: ['group:default/b'], categories: ['b'] },
          { ...HELLO, id: 'h4', kind: 'note' },
        ],
      },
    ],
    [
      'a first answer as late as the solution',
      {
        slaPolicies: [
          { ...GOLD, default: { response: 'PT4H', resolution: 'PT4H' } },
        ],
      },
    ],
  ])('is accepted: %s', (_what, tickets) => {
    expect(complaintAbout(tickets)).toBeUndefined();
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
