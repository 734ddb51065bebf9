import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { endpoints } from './endpoints';

jest.setTimeout(120_000);

/** Longest answer to a request that is refused, in characters. */
const LONGEST_ANSWER = 40_000;

const many = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const object = (keys: readonly string[]) =>
  Object.fromEntries(keys.map(key => [key, 1]));

/** Nearly as many keys as a body has room for. */
const unknownKeys = object(many(30_000, 'u'));

/** As many parameters as an address has room for. */
const unknownParameters = many(1_000, 'u')
  .map(name => `${name}=1`)
  .join('&');

/** These two heed neither parameters nor a body. */
const HEEDLESS = ['downloadFile', 'getOpenApi'];

const heeding = endpoints.filter(({ name }) => !HEEDLESS.includes(name));

/** Those that read a body, after a query that is well without parameters. */
const readingJson = heeding.filter(
  ({ name, operation: { input } }) =>
    input?.kind !== 'upload' &&
    (input?.kind !== 'query' || input.schema.safeParse({}).success) &&
    name !== 'exportTickets',
);

/** Requests of a caller who means no good, and where each is wrong. */
const hostile: [
  what: string,
  method: 'post' | 'patch',
  path: string,
  body: object,
  where: string,
][] = [
  [
    'fields of a form',
    'post',
    '/tickets',
    { subject: 'x', fields: unknownKeys },
    'fields',
  ],
  [
    'fields of a form, a few of them',
    'post',
    '/tickets',
    { subject: 'x', fields: object(many(100, 'f')) },
    'fields.f0',
  ],
  [
    'entries of a list',
    'post',
    '/tickets',
    { subject: 'x', assets: many(40_000, 'a') },
    'assets',
  ],
  [
    'entries of a list of a form',
    'post',
    '/tickets',
    { subject: 'x', fields: { list: many(40_000, '') } },
    'fields.list',
  ],
  [
    'tickets of a bulk change',
    'post',
    '/bulk',
    { tickets: many(50_000, ' '), change: { type: 'take-over' } },
    'tickets',
  ],
  [
    'keys of what is changed in bulk',
    'post',
    '/bulk',
    { tickets: ['T-1'], change: { type: 'edit', ...unknownKeys } },
    'change',
  ],
  [
    'values of the filters of views',
    'post',
    '/counts',
    {
      views: many(50, 'v').map(id => ({
        id,
        filter: { light: many(900, '') },
      })),
    },
    'body',
  ],
  [
    'values of a saved filter',
    'post',
    '/views',
    { name: 'x', filter: { light: many(900, '') } },
    'filter.light',
  ],
  [
    'columns of a saved view',
    'post',
    '/views',
    { name: 'x', columns: many(30_000, 'c') },
    'columns',
  ],
  [
    'objects in each other',
    'patch',
    `/tickets/x`,
    { fields: many(400, 'f').map(() => object(many(100, 'g'))) },
    'body',
  ],
];

const databases = testDatabases();

describe.each(databases.ids)('requests of too much on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
  });
  afterAll(() => desk.stop());

  const pathOf = (path: string) => path.replace(/\{\w+\}/g, 'x');

  it.each(
    readingJson.map(
      ({ name, method, operation: { path } }) =>
        [name, method, pathOf(path)] as const,
    ),
  )(
    '%s refuses very many unknown fields, shortly',
    async (_id, method, path) => {
      const { status, text, body } = await desk
        .http('agent')
        [method](path)
        .send(unknownKeys);
      expect([status, body.error.issues]).toMatchObject([
        400,
        [{ path: 'body', message: 'can have at most 100 fields' }],
      ]);
      expect(text.length).toBeLessThan(LONGEST_ANSWER);
    },
  );

  it.each(
    heeding.map(
      ({ name, method, operation: { path } }) =>
        [name, method, pathOf(path)] as const,
    ),
  )('%s refuses very many parameters, shortly', async (_id, method, path) => {
    const { status, text, body } = await desk
      .http('agent')
      [method](`${path}?${unknownParameters}`)
      .send();
    expect([status, body.error.issues]).toMatchObject([
      400,
      [{ path: 'query', message: 'can have at most 100 fields' }],
    ]);
    expect(text.length).toBeLessThan(LONGEST_ANSWER);
  });

  it.each(hostile)(
    'of too many %s are answered shortly',
    async (_what, method, path, request, where) => {
      const { status, text, body } = await desk
        .http('agent')
        [method](path)
        .send(request);
      expect([status, body.error.issues[0].path]).toEqual([400, where]);
      expect(body.error.issues.length).toBeLessThanOrEqual(20);
      expect(text.length).toBeLessThan(LONGEST_ANSWER);
    },
  );

  it('say twenty things, and how many more there are', async () => {
    const { body } = await desk
      .http('agent')
      .post('/tickets')
      .send({ subject: 'x', ...object(many(70, 'u')) });
    expect(body.error.issues).toHaveLength(20);
    expect(body.error.moreIssues).toBe(50);
    expect(body.error.message).toMatch(
      /^u0: there is no such field; .*; and 50 more$/,
    );
  });

  it('with a long name of a field do not hear all of it', async () => {
    const { text, body } = await desk
      .http('agent')
      .post('/tickets')
      .send({ subject: 'x', ['k'.repeat(400_000)]: 1 });
    expect(body.error.issues).toMatchObject([
      {
        path: expect.stringMatching(/^k{100,200}…$/),
        message: 'there is no such field',
      },
    ]);
    expect(text.length).toBeLessThan(2_000);
  });
});
