import type { z } from 'zod';
import {
  MAX_BULK,
  absenceRequestSchema,
  addMessageRequestSchema,
  bulkRequestSchema,
  changeStatusRequestSchema,
  editTicketRequestSchema,
  linkRequestSchema,
  mergeRequestSchema,
  personRequestSchema,
  postponeRequestSchema,
  rateRequestSchema,
  splitRequestSchema,
  unlinkQuerySchema,
  workOrderRequestSchema,
} from './index';
import { MAX_PEOPLE, fileTicketRequestSchema } from './fileTicket';
import { MAX_ATTACHMENTS, MAX_TAGS } from './text';

const FILE = '0190b8f6-0000-7000-8000-000000000001';
const LATER = '2026-05-05T08:00:00Z';

function pathsOf(schema: z.ZodType, value: unknown) {
  return schema
    .safeParse(value)
    .error?.issues.map(({ path }) => path.join('.'));
}

function many(count: number, prefix: string) {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

/** What is taken; `parsed` where it is not what was sent. */
const taken: [
  name: string,
  schema: z.ZodType,
  request: object,
  parsed?: object,
][] = [
  [
    'filing',
    fileTicketRequestSchema,
    {
      subject: 'Help',
      fields: { order: 7, address: { city: 'Bonn' }, none: null },
      entities: ['Resource:Db'],
      attachments: [FILE],
      to: ['User:Omar', 'Group:Shop'],
      cc: [],
      onBehalfOf: 'User:Jane',
      visibility: 'internal',
      team: 'Group:Support',
      assignee: 'User:Amir',
      tags: ['VIP ', 'c++', 'vip'],
      watchers: ['Group:Shop'],
      notifyRequester: false,
      link: { type: 'relates', ticket: 'T2026-00001' },
    },
    {
      subject: 'Help',
      fields: { order: 7, address: { city: 'Bonn' }, none: null },
      entities: ['resource:default/db'],
      attachments: [FILE],
      to: ['user:default/omar', 'group:default/shop'],
      cc: [],
      onBehalfOf: 'user:default/jane',
      visibility: 'internal',
      team: 'group:default/support',
      assignee: 'user:default/amir',
      tags: ['c++', 'vip'],
      watchers: ['group:default/shop'],
      notifyRequester: false,
      link: { type: 'relates', ticket: 'T2026-00001' },
    },
  ],
  [
    'an edit of all that agents edit',
    editTicketRequestSchema,
    {
      visibility: 'confidential',
      tags: [],
      system: null,
      slaPolicy: null,
      notifyRequester: true,
      fields: {},
      assets: [],
    },
  ],
  [
    'a private message',
    addMessageRequestSchema,
    {
      kind: 'private',
      body: 'Hi',
      attachments: [FILE],
      recipients: ['User:Omar'],
    },
    {
      kind: 'private',
      body: 'Hi',
      attachments: [FILE],
      recipients: ['user:default/omar'],
    },
  ],
  [
    'a status with a date',
    changeStatusRequestSchema,
    { status: 'postponed', until: '2026-05-05T10:00:00+02:00', notify: false },
  ],
  ['a date', postponeRequestSchema, { until: LATER }],
  [
    'a person',
    personRequestSchema,
    { ref: 'Group:Shop', role: 'watcher' },
    { ref: 'group:default/shop', role: 'watcher' },
  ],
  [
    'a link',
    linkRequestSchema,
    { type: 'parent', ticket: 'T-1' },
    { type: 'parent', ticket: 'T-1', outward: true },
  ],
  [
    'a link to take away, read the other way',
    unlinkQuerySchema,
    { type: 'parent', ticket: 'T-1', outward: 'false' },
    { type: 'parent', ticket: 'T-1', outward: false },
  ],
  [
    'a link to take away',
    unlinkQuerySchema,
    { type: 'parent', ticket: 'T-1' },
    { type: 'parent', ticket: 'T-1', outward: true },
  ],
  ['a merge', mergeRequestSchema, { into: 'A_b.c-1' }],
  ['a split', splitRequestSchema, { message: '7', subject: 'New' }],
  ['a work order that takes all over', workOrderRequestSchema, {}],
  ['a rating', rateRequestSchema, { stars: 1, comment: 'Slow' }],
  [
    'a bulk edit',
    bulkRequestSchema,
    {
      tickets: many(MAX_BULK, 'T-'),
      change: { type: 'edit', priority: 'low', addTags: ['b', 'a'] },
    },
    {
      tickets: many(MAX_BULK, 'T-'),
      change: { type: 'edit', priority: 'low', addTags: ['a', 'b'] },
    },
  ],
  ...[
    { type: 'assignment', assignee: null },
    { type: 'take-over' },
    { type: 'status', status: 'open', notify: true },
    { type: 'message', kind: 'note', body: 'Hm', status: 'open' },
    { type: 'solve', notify: false },
    { type: 'close' },
    { type: 'reopen' },
    { type: 'archive' },
    { type: 'unarchive' },
    { type: 'delete' },
  ].map((change): [string, z.ZodType, object] => [
    `a bulk change ${change.type}`,
    bulkRequestSchema,
    { tickets: ['T-1'], change },
  ]),
  [
    'an absence',
    absenceRequestSchema,
    { person: 'User:Jane', from: LATER, until: '2026-05-06T08:00:00Z' },
    {
      person: 'user:default/jane',
      from: LATER,
      until: '2026-05-06T08:00:00Z',
    },
  ],
  [
    'an absence until further notice',
    absenceRequestSchema,
    { person: 'user:default/jane' },
  ],
];

/** What is refused, and where. */
const refused: [
  what: string,
  schema: z.ZodType,
  request: unknown,
  path: string,
][] = [
  ...(
    [
      [
        'fields that are too long in all',
        { fields: { a: 'x'.repeat(65_536) } },
      ],
      ['a field without a name', { fields: { '': 1 } }, 'fields.'],
      ['a file that is no id', { attachments: ['1'] }, 'attachments.0'],
      ['a file twice', { attachments: [FILE, FILE] }],
      [
        'too many files',
        { attachments: Array(MAX_ATTACHMENTS + 1).fill(FILE) },
      ],
      ['somebody who is a component', { to: ['component:default/a'] }, 'to.0'],
      ['somebody twice', { cc: ['user:jane', 'User:default/jane'] }],
      ['too many people', { to: many(MAX_PEOPLE + 1, 'user:default/u') }],
      ['a group for whom it is filed', { onBehalfOf: 'group:default/shop' }],
      ['an unknown visibility', { visibility: 'secret' }],
      ['a tag with a space', { tags: ['a b'] }, 'tags.0'],
      ['too many tags', { tags: many(MAX_TAGS + 1, 't') }],
      ['an entity twice', { entities: ['api:a', 'API:a'] }],
      ['a link of no type', { link: { ticket: 'T-1' } }, 'link.type'],
      [
        'a link to no ticket',
        { link: { type: 'relates', ticket: 'a/b' } },
        'link.ticket',
      ],
    ] satisfies [string, object, string?][]
  ).map(([what, fields, path]): [string, z.ZodType, unknown, string] => [
    `filing with ${what}`,
    fileTicketRequestSchema,
    { subject: 'Help', ...fields },
    path ?? Object.keys(fields)[0],
  ]),
  [
    'a system that is no reference',
    editTicketRequestSchema,
    { system: 'shop' },
    'system',
  ],
  [
    'a message of nothing',
    addMessageRequestSchema,
    { kind: 'reply', body: ' ', attachments: [] },
    'body',
  ],
  [
    'a private message to nobody',
    addMessageRequestSchema,
    { kind: 'private', body: 'Hi', recipients: [] },
    'recipients',
  ],
  [
    'a private message to a group',
    addMessageRequestSchema,
    { kind: 'private', body: 'Hi', recipients: ['group:default/shop'] },
    'recipients.0',
  ],
  [
    'a private message with a status',
    addMessageRequestSchema,
    { kind: 'private', body: 'Hi', recipients: ['user:a'], status: 'open' },
    '',
  ],
  [
    'a note with recipients',
    addMessageRequestSchema,
    { kind: 'note', body: 'Hi', recipients: ['user:a'] },
    '',
  ],
  ['no date', postponeRequestSchema, {}, 'until'],
  ['a day', postponeRequestSchema, { until: '2026-05-05' }, 'until'],
  ['tomorrow', postponeRequestSchema, { until: 'tomorrow' }, 'until'],
  [
    'a date in the year 10000, where it is noon',
    postponeRequestSchema,
    { until: '9999-12-31T23:59:59-23:59' },
    'until',
  ],
  [
    'a date without a time zone',
    postponeRequestSchema,
    { until: '2026-05-05T08:00:00' },
    'until',
  ],
  [
    'a role of nobody',
    personRequestSchema,
    { ref: 'user:default/a', role: 'requester' },
    'role',
  ],
  [
    'a person who is a component',
    personRequestSchema,
    { ref: 'component:default/a', role: 'to' },
    'ref',
  ],
  [
    'a link of an unknown type',
    linkRequestSchema,
    { type: 'likes', ticket: 'T-1' },
    'type',
  ],
  [
    'a direction in words',
    linkRequestSchema,
    { type: 'blocks', ticket: 'T-1', outward: 'true' },
    'outward',
  ],
  ...['yes', '', '1', 'constructor', '__proto__', ['true', 'true']].map(
    (outward): [string, z.ZodType, unknown, string] => [
      `the direction ${JSON.stringify(outward)}`,
      unlinkQuerySchema,
      { type: 'blocks', ticket: 'T-1', outward },
      'outward',
    ],
  ),
  ['a merge into nothing', mergeRequestSchema, { into: '' }, 'into'],
  [
    'a message that is no id',
    splitRequestSchema,
    { message: '7; drop', subject: 'New' },
    'message',
  ],
  [
    'a message by number',
    splitRequestSchema,
    { message: 7, subject: 'New' },
    'message',
  ],
  ['no star', rateRequestSchema, { stars: 0 }, 'stars'],
  ['six stars', rateRequestSchema, { stars: 6 }, 'stars'],
  ['half a star', rateRequestSchema, { stars: 4.5 }, 'stars'],
  ['stars as text', rateRequestSchema, { stars: '5' }, 'stars'],
  ['a blank comment', rateRequestSchema, { stars: 5, comment: ' ' }, 'comment'],
  [
    'a bulk change of nothing',
    bulkRequestSchema,
    { tickets: [], change: { type: 'close' } },
    'tickets',
  ],
  [
    'a bulk change of too many',
    bulkRequestSchema,
    { tickets: many(MAX_BULK + 1, 'T-'), change: { type: 'close' } },
    'tickets',
  ],
  [
    'a bulk change of one ticket twice',
    bulkRequestSchema,
    { tickets: ['T-1', 'T-1'], change: { type: 'close' } },
    'tickets',
  ],
  [
    'an unknown bulk change',
    bulkRequestSchema,
    { tickets: ['T-1'], change: { type: 'merge' } },
    'change.type',
  ],
  [
    'a bulk edit of the subject',
    bulkRequestSchema,
    { tickets: ['T-1'], change: { type: 'edit', subject: 'Same' } },
    'change',
  ],
  [
    'a private message to many tickets',
    bulkRequestSchema,
    {
      tickets: ['T-1'],
      change: { type: 'message', kind: 'private', body: 'Hi' },
    },
    'change.kind',
  ],
  [
    'an absent group',
    absenceRequestSchema,
    { person: 'group:default/shop' },
    'person',
  ],
  [
    'an absence that ends before it begins',
    absenceRequestSchema,
    {
      person: 'user:default/jane',
      from: '2026-05-05T08:00:00Z',
      until: '2026-05-05T09:00:00+02:00',
    },
    'until',
  ],
];

it('takes files for a message without words', () => {
  const files = ['6f3a1f0e-64b6-4a3c-8f57-0d3cf0c0a1de'];
  expect(
    addMessageRequestSchema.parse({
      kind: 'reply',
      body: '',
      attachments: files,
    }),
  ).toMatchObject({ body: '', attachments: files });
});

describe('requests', () => {
  it.each(
    taken.map(
      ([name, schema, request, parsed]) =>
        [name, schema, request, parsed ?? request] as const,
    ),
  )('take %s', (_name, schema, request, parsed) => {
    expect(schema.parse(request)).toEqual(parsed);
  });

  it.each(refused)('refuse %s', (_what, schema, request, path) => {
    expect(pathsOf(schema, request)).toEqual([path]);
  });

  it('takes a work order back as it was parsed', () => {
    const request = { subject: ' A  b ', team: 'Group:Support' };
    const parsed = workOrderRequestSchema.parse(request);
    expect(workOrderRequestSchema.parse(parsed)).toEqual(parsed);
  });
});
