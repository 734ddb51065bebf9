import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type RequestIssue,
  type Ticket,
  issueCodes,
} from '@portaldesk/plugin-tickets-common';
import type { Test } from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { endpoints } from './endpoints';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;
type Http = ReturnType<Desk['http']>;

/** Requests that are wrong, and the path of the field that is. */
const wrongRequests: [
  what: string,
  path: string,
  call: (http: Http, ticket: Ticket) => Test,
][] = [
  ['no subject', 'subject', http => http.post('/tickets').send({})],
  ['no body', 'subject', http => http.post('/tickets')],
  [
    'a blank subject',
    'subject',
    http => http.post('/tickets').send({ subject: ' \n ' }),
  ],
  [
    'a subject that is too long',
    'subject',
    http => http.post('/tickets').send({ subject: 'x'.repeat(201) }),
  ],
  [
    'a subject that is no text',
    'subject',
    http => http.post('/tickets').send({ subject: { toString: 'x' } }),
  ],
  [
    'a field that only the desk sets',
    'team',
    http =>
      http.post('/tickets').send({ subject: 'x', team: 'group:default/a' }),
  ],
  [
    'a requester of one’s own choice',
    'requester',
    http =>
      http.post('/tickets').send({ subject: 'x', requester: 'user:default/a' }),
  ],
  [
    'an unknown category',
    'category',
    http => http.post('/tickets').send({ subject: 'x', category: 'nope' }),
  ],
  [
    'an unknown priority',
    'priority',
    http => http.post('/tickets').send({ subject: 'x', priority: 'nope' }),
  ],
  [
    'an asset that is no reference',
    'assets[0]',
    http => http.post('/tickets').send({ subject: 'x', assets: ['nope'] }),
  ],
  [
    'an asset that is not in the catalog',
    'assets[1]',
    http =>
      http.post('/tickets').send({
        subject: 'x',
        assets: ['component:default/ledger', 'component:default/nope'],
      }),
  ],
  [
    'an asset that is named twice',
    'assets',
    http =>
      http.post('/tickets').send({
        subject: 'x',
        assets: ['component:default/ledger', 'Component:default/LEDGER'],
      }),
  ],
  [
    'a message that is too long',
    'message',
    http =>
      http.post('/tickets').send({ subject: 'x', message: 'x'.repeat(65_537) }),
  ],
  [
    'an empty reply',
    'body',
    (http, { id }) =>
      http.post(`/tickets/${id}/messages`).send({ kind: 'reply', body: ' ' }),
  ],
  [
    'an unknown kind of message',
    'kind',
    (http, { id }) =>
      http.post(`/tickets/${id}/messages`).send({ kind: 'shout', body: 'x' }),
  ],
  [
    'an unknown status',
    'status',
    (http, { id }) =>
      http.put(`/tickets/${id}/status`).send({ status: 'nope' }),
  ],
  [
    'a change of nothing',
    'body',
    (http, { id }) => http.patch(`/tickets/${id}`).send({}),
  ],
  [
    'an assignee who is no member of the team',
    'assignee',
    (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: 'user:default/outsider' }),
  ],
  [
    'an assignee who does not exist',
    'assignee',
    (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: 'user:default/nope' }),
  ],
  [
    'a team that cannot own tickets',
    'team',
    (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: null, team: 'group:default/outsiders' }),
  ],
  [
    'a page of more than 100',
    'query.limit',
    http => http.get('/tickets?limit=101'),
  ],
  [
    'an unknown sort key',
    'query.sort',
    http => http.get('/tickets?sort=subject;drop'),
  ],
  [
    'an unknown filter',
    'query.password',
    http => http.get('/tickets?password=x'),
  ],
  [
    'a cursor of nobody’s',
    'query.cursor',
    http => http.get('/tickets?cursor=x'),
  ],
  [
    'a cursor that leads nowhere',
    'query.cursor',
    http =>
      http.get(
        `/tickets?cursor=${Buffer.from(
          '["updatedAt","desc","2026-01-01T00:00:00.000Z","\\u0000"]',
        ).toString('base64url')}`,
      ),
  ],
  [
    'a cursor that is no entry',
    'query.cursor',
    (http, { id }) => http.get(`/tickets/${id}/messages?cursor=1;select`),
  ],
  [
    'a filter that is no reference',
    'query.asset[0]',
    http => http.get('/tickets?asset=nope'),
  ],
  [
    'a nested filter',
    'query.team[0]',
    http => http.get('/tickets?team[$ne]=x'),
  ],
  [
    'a nested filter that names no object',
    'query.light[0]',
    http => http.get('/counts?light=blue'),
  ],
  [
    'an unknown filter of a count',
    'query.limit',
    http => http.get('/counts?limit=5'),
  ],
  [
    'a view that is counted twice',
    'views',
    http =>
      http.post('/counts').send({
        views: [
          { id: 'a', filter: {} },
          { id: 'a', filter: { state: 'open' } },
        ],
      }),
  ],
  [
    'a view with a filter that is none',
    'views[1].filter.status[0]',
    http =>
      http.post('/counts').send({
        views: [
          { id: 'a', filter: {} },
          { id: 'b', filter: { status: [''] } },
        ],
      }),
  ],
  [
    'more views than are counted at once',
    'views',
    http =>
      http.post('/counts').send({
        views: Array.from({ length: 51 }, (_, id) => ({
          id: String(id),
          filter: {},
        })),
      }),
  ],
  [
    'a cap beyond what is counted',
    'cap',
    http =>
      http
        .post('/counts')
        .send({ views: [{ id: 'a', filter: {} }], cap: 1001 }),
  ],
  [
    'a date that is none',
    'query.createdFrom',
    http => http.get('/tickets?createdFrom=yesterday'),
  ],
  [
    'a field without a value',
    'query.field[1]',
    http => http.get('/tickets?field=a:b&field=c'),
  ],
  [
    'a cursor of another sort key',
    'query.cursor',
    http => {
      const cursor = Buffer.from(
        '["number","desc","after","T1","00000000-0000-4000-8000-000000000000"]',
      ).toString('base64url');
      return http.get(`/tickets?sort=subject&cursor=${cursor}`);
    },
  ],
  [
    'a page of less than 1',
    'query.limit',
    (http, { id }) => http.get(`/tickets/${id}/events?limit=0`),
  ],
  [
    'a page of failed notifications that is none',
    'query.limit',
    http => http.get('/failed-notifications?limit=all'),
  ],
  [
    'a tag that is none',
    'tags[0]',
    (http, { id }) => http.patch(`/tickets/${id}`).send({ tags: ['a b'] }),
  ],
  [
    'somebody added who is nobody',
    'to[0]',
    http => http.post('/tickets').send({ subject: 'x', to: ['nope'] }),
  ],
  [
    'a private message to nobody',
    'recipients',
    (http, { id }) =>
      http
        .post(`/tickets/${id}/messages`)
        .send({ kind: 'private', body: 'x', recipients: [] }),
  ],
  [
    'a status that is no text',
    'status',
    (http, { id }) => http.put(`/tickets/${id}/status`).send({ status: 7 }),
  ],
  [
    'a day instead of a date',
    'until',
    (http, { id }) =>
      http.post(`/tickets/${id}/postpone`).send({ until: '2099-01-01' }),
  ],
  ...(['solve', 'close', 'reopen'] as const).map(
    (step): (typeof wrongRequests)[number] => [
      `a wish to be told that is no yes or no, on ${step},`,
      'notify',
      (http, { id }) =>
        http.post(`/tickets/${id}/${step}`).send({ notify: 'yes' }),
    ],
  ),
  [
    'six stars',
    'stars',
    (http, { id }) => http.put(`/tickets/${id}/rating`).send({ stars: 6 }),
  ],
  [
    'a person in a role of nobody',
    'role',
    (http, { id }) =>
      http
        .put(`/tickets/${id}/people`)
        .send({ ref: 'user:default/owner', role: 'boss' }),
  ],
  [
    'a person to remove who is named by nothing',
    'query.ref',
    (http, { id }) => http.delete(`/tickets/${id}/people?role=to`),
  ],
  [
    'access that is granted by a word',
    'granted',
    (http, { id }) =>
      http.put(`/tickets/${id}/organisation-access`).send({ granted: 'false' }),
  ],
  [
    'a link of an unknown type',
    'type',
    (http, { id }) =>
      http.post(`/tickets/${id}/links`).send({ type: 'likes', ticket: 'x' }),
  ],
  [
    'a link to take away in no direction',
    'query.outward',
    (http, { id }) =>
      http.delete(`/tickets/${id}/links?type=blocks&ticket=x&outward=1`),
  ],
  [
    'a merge into no ticket',
    'into',
    (http, { id }) => http.post(`/tickets/${id}/merge`).send({ into: 'a/b' }),
  ],
  [
    'a split at a message that is no id',
    'message',
    (http, { id }) =>
      http.post(`/tickets/${id}/split`).send({ message: 'x', subject: 'x' }),
  ],
  [
    'a work order for a person',
    'team',
    (http, { id }) =>
      http
        .post(`/tickets/${id}/work-orders`)
        .send({ team: 'user:default/agent' }),
  ],
  [
    'a bulk change of an unknown kind',
    'change.type',
    (http, { id }) =>
      http.post('/bulk').send({ tickets: [id], change: { type: 'merge' } }),
  ],
  [
    'a bulk change of no ticket',
    'tickets',
    http => http.post('/bulk').send({ tickets: [], change: { type: 'close' } }),
  ],
  [
    'an absent group',
    'person',
    http => http.put('/absences').send({ person: 'group:default/support' }),
  ],
  [
    'the return of somebody who is no person',
    'query.person',
    http => http.delete('/absences?person=nobody'),
  ],
  [
    'a file without a name',
    'query.name',
    http => http.post('/files').type('text/plain').send('x'),
  ],
  [
    'an If-Match that is no ETag of ours',
    'headers.If-Match',
    (http, { id }) =>
      http.post(`/tickets/${id}/take-over`).set('If-Match', '"abc"'),
  ],
  [
    'a key that is too long',
    'headers.Idempotency-Key',
    http =>
      http
        .post('/tickets')
        .set('Idempotency-Key', 'k'.repeat(256))
        .send({ subject: 'x' }),
  ],
  [
    'a key that cannot be printed',
    'headers.Idempotency-Key',
    (http, { id }) =>
      http
        .post(`/tickets/${id}/messages`)
        .set('Idempotency-Key', 'a\tb')
        .send({ kind: 'reply', body: 'x' }),
  ],
  [
    'a body that is a list',
    'body',
    (http, { id }) => http.post(`/tickets/${id}/solve`).send([]),
  ],
];

/** What an operation needs in its query before the desk looks at its body. */
const queries: Record<string, string> = {
  removePerson: '?ref=user:default/owner&role=to',
  unlinkTickets: '?type=blocks&ticket=x',
  endAbsence: '?person=user:default/agent',
};

/** Each operation whose request the desk parses, with a field that it does not know. */
const strangers = endpoints
  .filter(({ name }) => name !== 'getOpenApi')
  .flatMap(({ name, method, operation: { path } }) => [
    { name, method, path, where: 'query' as const },
    ...(method === 'get' || name === 'uploadFile'
      ? []
      : [{ name, method, path, where: 'body' as const }]),
  ])
  .filter(({ name, where }) => !(name === 'downloadFile' && where === 'query'));

/** Its code is in the contract, with these parameters. */
function expectKnownIssue({ code, params }: RequestIssue): void {
  expect(Object.keys(params)).toEqual(issueCodes[code]);
}

const databases = testDatabases();

describe.each(databases.ids)('wrong requests on %s', id => {
  let desk: Desk;
  let ticket: Ticket;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
    ticket = await desk.as('requester').fileTicket({
      subject: 'Refunds fail',
      assets: ['component:default/ledger'],
    });
  });

  it.each(wrongRequests)('with %s name the field %s', async (_, path, call) => {
    const response = await call(desk.http('agent'), ticket);
    expect(response.status).toBe(400);
    const { name, code, issues } = response.body.error;
    expect({ name, code }).toEqual({
      name: 'InputError',
      code: 'invalid-request',
    });
    expect(issues).toEqual([
      {
        path,
        code: expect.any(String),
        params: expect.any(Object),
        message: expect.stringMatching(/\w/),
      },
    ]);
    issues.forEach(expectKnownIssue);
    expect(await desk.as('agent').getTicket(ticket.id)).toEqual(
      expect.objectContaining({ version: 1 }),
    );
  });

  it.each(strangers)(
    'of $name with an unknown field in the $where name it',
    async ({ name, method, path, where }) => {
      const url = path.replace('{ticket}', ticket.id).replace(/\{\w+\}/g, '1');
      const http = desk.http('agent');
      const response =
        where === 'query'
          ? await http[method](`${url}?stranger=1`)
          : await http[method](`${url}${queries[name] ?? ''}`).send({
              kind: 'reply',
              stranger: 1,
            });
      expect(response.status).toBe(400);
      const paths = response.body.error.issues.map(
        (issue: { path: string }) => issue.path,
      );
      expect(paths).toContain(
        where === 'query' ? 'query.stranger' : 'stranger',
      );
      expect(await desk.as('agent').getTicket(ticket.id)).toEqual(
        expect.objectContaining({ version: 1 }),
      );
    },
  );

  it.each(['1', '0', '-1', 'x', '%00', '9'.repeat(30)])(
    'about the failed notification %s, which there is not, find nothing',
    async notice => {
      const admin = desk.http('admin');
      const answers = [
        await admin.post(`/failed-notifications/${notice}/retry`),
        await admin.delete(`/failed-notifications/${notice}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    },
  );

  it('with broken JSON, or with too much of it, are refused', async () => {
    const broken = await desk
      .http('agent')
      .post('/tickets')
      .set('Content-Type', 'application/json')
      .send('{"subject":');
    expect(broken.status).toBe(400);
    expect(broken.body.error).toMatchObject({
      name: 'InputError',
      issues: [{ path: 'body' }],
    });
    expect(JSON.stringify(broken.body)).not.toContain('"subject\\":');
    const huge = await desk
      .http('agent')
      .post('/tickets')
      .send({ subject: 'x', message: 'x'.repeat(600_000) });
    expect(huge.status).toBe(413);
  });

  it.each(['gzip', 'deflate'])(
    'with a body that is no %s, as it says, are refused',
    async encoding => {
      const response = await desk
        .http('agent')
        .post('/tickets')
        .set('Content-Type', 'application/json')
        .set('Content-Encoding', encoding)
        .send('{"subject":"x"}');
      expect([response.status, response.body.error.issues]).toMatchObject([
        400,
        [{ path: 'body', message: 'could not be read' }],
      ]);
    },
  );

  it.each(['[', '{"a":'])(
    'nested without end by %s are refused',
    async open => {
      const body = (depth: number) =>
        `${open.repeat(depth)}1${(open === '[' ? ']' : '}').repeat(depth)}`;
      for (const depth of [101, 3_000, 80_000]) {
        const response = await desk
          .http('requester')
          .post('/tickets')
          .set('Content-Type', 'application/json')
          .send(`{"subject":"x","fields":{"a":${body(depth)}}}`);
        expect([depth, response.status]).toEqual([depth, 400]);
        expect(response.body.error.issues).toMatchObject([
          { path: 'body', message: 'can be nested up to 100 levels deep' },
        ]);
      }
    },
  );

  it('cannot reach the prototype of anything', async () => {
    const response = await desk
      .http('agent')
      .post('/tickets')
      .set('Content-Type', 'application/json')
      .send('{"subject":"x","__proto__":{"team":"group:default/a"}}');
    expect(response.status).toBe(400);
    expect(Object.prototype).not.toHaveProperty('team');
  });

  it('with a stale version are answered with 412 and what changed meanwhile', async () => {
    const filed = await desk.as('requester').fileTicket({
      subject: 'Two agents',
      assets: ['component:default/ledger'],
    });
    await desk.as('agent').takeOver(filed.id, { version: filed.version });
    const response = await desk
      .http('second-agent')
      .post(`/tickets/${filed.id}/take-over`)
      .set('If-Match', `"${filed.version}"`);
    expect(response.status).toBe(412);
    expect(response.body.error).toMatchObject({
      name: 'StaleTicketError',
      version: 2,
      changes: [
        { detail: { type: 'assigned', to: 'user:default/agent' } },
        { detail: { type: 'status-changed', to: 'in-progress' } },
      ],
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/json'])(
    'with a body of type %s are refused with 415',
    async type => {
      const response = await desk
        .http('agent')
        .post('/tickets')
        .type(type)
        .send('{"subject":"x"}');
      expect([response.status, response.body.error.name]).toEqual([
        415,
        'UnsupportedMediaTypeError',
      ]);
    },
  );

  it('let one of many take a ticket over, and lose no reply', async () => {
    const filed = await desk.as('requester').fileTicket({
      subject: 'Everybody at once',
      assets: ['component:default/ledger'],
    });
    const path = `/tickets/${filed.id}`;
    const takeOvers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk
          .http(index % 2 ? 'agent' : 'second-agent')
          .post(`${path}/take-over`)
          .set('If-Match', '"1"'),
      ),
    );
    const won = takeOvers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(
      takeOvers.every(({ status }) => [200, 409, 412].includes(status)),
    ).toBe(true);

    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        desk
          .http('requester')
          .post(`${path}/messages`)
          .send({ kind: 'reply', body: `Reply ${index}` }),
      ),
    );
    expect(replies.every(({ status }) => status === 201)).toBe(true);
    expect(await desk.as('agent').getTicket(filed.id)).toMatchObject({
      version: 42,
    });
  });

  it('for a transition that is not configured say what may follow', async () => {
    const narrow = await startTestDesk({
      knex: await databases.init(id),
      tickets: {
        statuses: [
          { id: 'new', title: 'New', type: 'new', next: ['open'] },
          { id: 'open', title: 'Open', type: 'open' },
          { id: 'done', title: 'Done', type: 'closed', next: [] },
        ],
      },
    });
    const filed = await narrow.as('requester').fileTicket({
      subject: 'Step by step',
      assets: ['component:default/queue'],
    });
    const agent = narrow.http('agent');
    const path = `/tickets/${filed.id}`;
    const refused = await agent.put(`${path}/status`).send({ status: 'done' });
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      'A ticket cannot go from new to done; it can go to: open',
    ]);
    await agent.post(`${path}/close`).expect(409);
    await agent.put(`${path}/status`).send({ status: 'open' }).expect(200);
    await agent.post(`${path}/close`).expect(200);
  });

  it('are refused with 403 to those whom the permission policy lets file nothing', async () => {
    const narrow = await startTestDesk({
      knex: await databases.init(id),
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    await narrow
      .http('requester')
      .post('/tickets')
      .send({ subject: 'x' })
      .expect(403);
    expect(await narrow.as('requester').describeDesk()).toMatchObject({
      caller: { mayFile: false },
    });
  });
});
