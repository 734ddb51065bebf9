import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { mistakes } from '../__testUtils__/configMistakes';
import { read } from '../__testUtils__/configMistakes/Mistake';
import {
  DONE,
  GOLD,
  HELLO,
  NEW,
} from '../__testUtils__/configMistakes/samples';
import { readDeskConfig } from './readDeskConfig';

const ONE = 'Mistake in the configuration of the desk: ';

/** One sentence of each kind that people meet most. */
const sentences: [what: string, tickets: JsonValue, sentence: string][] = [
  [
    'a word that is none of the choices',
    { statuses: [{ ...NEW, type: 'unread' }, DONE] },
    'tickets.statuses[0].type is "unread": use one of new, open, waiting-requester, waiting-internal, postponed, solved, closed',
  ],
  [
    'something that is missing',
    { statuses: [{ id: 'fresh', type: 'new' }, DONE] },
    'tickets.statuses[0].title is missing: write the title that people see',
  ],
  [
    'a misspelt secret, which is not told',
    {
      attachments: {
        storage: { type: 's3', bucket: 'b', secretAccesKey: 'hush' },
      },
    },
    'tickets.attachments.storage.secretAccesKey is "(hidden)": there is no such setting; remove it or mend its name (did you mean secretAccessKey?)',
  ],
  [
    'a name that many settings lack, once',
    {
      priorities: [{ id: 'hihg', title: 'High' }],
      defaultPriority: 'high',
      categories: ['a', 'b', 'c', 'd', 'e'].map(id => ({
        id,
        title: id,
        priority: 'high',
      })),
    },
    'tickets.defaultPriority is "high" (also at tickets.categories[0].priority, tickets.categories[1].priority, tickets.categories[2].priority and 2 more): use one of hihg, or add it to tickets.priorities (did you mean hihg?)',
  ],
  [
    'what stands twice',
    { cannedReplies: [HELLO, HELLO] },
    'tickets.cannedReplies[1].id is "hello": tickets.cannedReplies[0] has it already; choose another or remove one',
  ],
  [
    'a setting under its earlier name',
    { closing: { tellInvolved: false } },
    'tickets.closing.tellInvolved is false: this setting is called notifyParticipants now; rename it',
  ],
  [
    'a mask with an unknown part',
    { numbering: { mask: '{week}-{000}' } },
    'tickets.numbering.mask is "{week}-{000}": it holds the unknown part {week}; use letters, digits, dots, dashes, underscores, {yyyy} {yy} {mm} {dd} {category} and one counter such as {00000}',
  ],
  [
    'text that YAML reads as a number',
    { defaultPriority: 1 },
    'tickets.defaultPriority is 1: put it in quotes, so that it is text',
  ],
  [
    'what is too long to be repeated',
    { statuses: [{ ...NEW, title: 'x'.repeat(201) }, DONE] },
    `tickets.statuses[0].title is "${'x'.repeat(76)}...: use at most 200 characters`,
  ],
  [
    'a pattern that would take too long',
    {
      categories: [
        {
          id: 'a',
          title: 'A',
          form: {
            schema: {
              properties: {
                a: { type: 'string', pattern: '.{9,999}a.{9,999}' },
              },
            },
          },
        },
      ],
    },
    'tickets.categories[0].form.schema.properties.a.pattern is ".{9,999}a.{9,999}": the pattern repeats too much for texts of 2000 characters; give the field a maxLength of at most 1255, or repeat less',
  ],
];

function complaintAbout(tickets: JsonValue): string | undefined {
  try {
    readDeskConfig(new ConfigReader({ tickets }));
    return undefined;
  } catch (error) {
    return String((error as Error).message);
  }
}

/** What is said of several, each on a line below a title that counts them. */
function complaintsAbout(tickets: JsonValue) {
  const [title, ...lines] = (complaintAbout(tickets) ?? '').split('\n  ');
  expect(title).toBe(
    `${lines.length} mistakes in the configuration of the desk`,
  );
  return lines.map(read);
}

describe('a mistake in the configuration', () => {
  it.each(mistakes)(
    'is named by its place and its kind: %s',
    (_what, tickets, ...said) => {
      const [path, kind, meant] = said;
      const complaint = complaintAbout(tickets) ?? '';
      expect(complaint.slice(0, ONE.length)).toBe(ONE);
      expect(read(complaint.slice(ONE.length))).toEqual({ path, kind, meant });
    },
  );

  it.each(sentences)(
    'is said in a sentence: %s',
    (_what, tickets, sentence) => {
      expect(complaintAbout(tickets)).toBe(ONE + sentence);
    },
  );

  it('is named together with all others', () => {
    const tickets = {
      admins: ['root'],
      statuses: [{ ...NEW, type: 'fresh' }, DONE],
      teem: [],
    };
    expect(complaintsAbout(tickets)).toEqual([
      { path: 'tickets.admins[0]', kind: 'reference' },
      { path: 'tickets.statuses[0].type', kind: 'choice' },
      { path: 'tickets.teem', kind: 'unknown setting', meant: 'teams' },
    ]);
  });

  it('is named together with all others between settings', () => {
    const tickets = {
      defaultPriority: 'x',
      defaultTeam: 'group:default/b',
      teams: [{ group: 'group:default/a' }],
      workflow: { onAssign: { to: 'y' } },
    };
    expect(complaintsAbout(tickets)).toEqual([
      { path: 'tickets.workflow.onAssign.to', kind: 'unknown name' },
      { path: 'tickets.defaultPriority', kind: 'unknown name' },
      { path: 'tickets.defaultTeam', kind: 'unknown name' },
    ]);
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
    expect(complaintsAbout(tickets)).toEqual([
      { path: 'tickets.statuses[0].type', kind: 'choice' },
      { path: 'tickets.defaultPriority', kind: 'unknown name' },
      { path: 'tickets.categories[0].priority', kind: 'unknown name' },
    ]);
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
