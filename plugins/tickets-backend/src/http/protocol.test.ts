import { mockCredentials } from '@backstage/backend-test-utils';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import request, { type Test } from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;
type Http = ReturnType<Desk['http']>;

const base = '/api/tickets';
const subject = { subject: 'Refunds fail' };
const reply = { kind: 'reply', body: 'Hello' };

/** Changes whose answers hold a body, unless the caller prefers none. */
const changes: [
  what: string,
  status: 200 | 201,
  call: (http: Http, ticket: Ticket) => Test,
][] = [
  ['filing', 201, http => http.post('/tickets').send(subject)],
  [
    'a reply',
    201,
    (http, { id }) => http.post(`/tickets/${id}/messages`).send(reply),
  ],
  [
    'a work order',
    201,
    (http, { id }) =>
      http.post(`/tickets/${id}/work-orders`).send({ subject: 'Dig' }),
  ],
  [
    'an edit',
    200,
    (http, { id }) => http.patch(`/tickets/${id}`).send({ priority: 'low' }),
  ],
  [
    'a status',
    200,
    (http, { id }) =>
      http.put(`/tickets/${id}/status`).send({ status: 'in-progress' }),
  ],
  ['taking over', 200, (http, { id }) => http.post(`/tickets/${id}/take-over`)],
  [
    'closing without a body',
    200,
    (http, { id }) => http.post(`/tickets/${id}/close`),
  ],
  [
    'watching',
    200,
    (http, { id }) =>
      http
        .put(`/tickets/${id}/people`)
        .send({ ref: userRef('agent'), role: 'watcher' }),
  ],
];

const databases = testDatabases();

describe.each(databases.ids)('HTTP on %s', id => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
  });
  afterAll(() => desk.stop());

  const file = () =>
    desk
      .as('requester')
      .fileTicket({ ...subject, assets: ['component:default/ledger'] });

  it('says of a new ticket where it is and which version it has', async () => {
    const { status, headers, body } = await desk
      .http('requester')
      .post('/tickets')
      .send(subject);
    expect(status).toBe(201);
    expect(headers.location).toBe(`${base}/tickets/${body.id}`);
    expect(headers.etag).toBe(`"${body.version}"`);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('says of a new message and a work order where they are', async () => {
    const { id: ticket } = await file();
    const http = desk.http('agent');
    const message = await http.post(`/tickets/${ticket}/messages`).send(reply);
    expect([message.status, message.headers.location]).toEqual([
      201,
      `${base}/tickets/${ticket}/messages#${message.body.id}`,
    ]);
    const order = await http.post(`/tickets/${ticket}/work-orders`);
    expect([order.status, order.headers.location]).toEqual([
      201,
      `${base}/tickets/${order.body.id}`,
    ]);
  });

  it('gives every answer with a ticket its version', async () => {
    const { id: ticket } = await file();
    const http = desk.http('agent');
    const path = `/tickets/${ticket}`;
    const answers = [
      await http.get(path),
      await http.patch(path).send({ priority: 'low' }),
      await http.post(`${path}/take-over`),
      await http.post(`${path}/read`),
    ];
    expect(answers.map(({ headers }) => headers.etag)).toEqual(
      answers.map(({ body }) => `"${body.version}"`),
    );
  });

  it.each(['"1"', 'W/"1"', '*'])('takes If-Match: %s', async ifMatch => {
    const { id: ticket } = await file();
    const { status, body } = await desk
      .http('agent')
      .patch(`/tickets/${ticket}`)
      .set('If-Match', ifMatch)
      .send({ priority: 'low' });
    expect([status, body.priority]).toEqual([200, 'low']);
  });

  it('deletes without a body, and only the version that the caller saw', async () => {
    const { id: ticket } = await file();
    const http = desk.http('admin');
    const stale = http.delete(`/tickets/${ticket}`).set('If-Match', '"7"');
    await stale.expect(412);
    const done = await http.delete(`/tickets/${ticket}`).set('If-Match', '"1"');
    expect([done.status, done.text]).toEqual([204, '']);
    await http.get(`/tickets/${ticket}`).expect(404);
  });

  it.each(changes)(
    'answers %s with %i, without a body for those who prefer that',
    async (_what, status, call) => {
      const http = desk.http('agent');
      const whole = await call(http, await file());
      expect([whole.status, whole.body.id]).toEqual([
        status,
        expect.any(String),
      ]);
      expect(whole.headers).not.toHaveProperty('preference-applied');

      const minimal = await call(http, await file()).set(
        'Prefer',
        'respond-async, return=minimal; x=1',
      );
      expect([minimal.status, minimal.text]).toEqual([
        status === 201 ? 201 : 204,
        '',
      ]);
      expect(minimal.headers['preference-applied']).toBe('return=minimal');
      expect(minimal.headers).toHaveProperty(
        status === 201 ? 'location' : 'etag',
      );
    },
  );

  it('heeds no other preference', async () => {
    const answer = await desk
      .http('agent')
      .post('/tickets')
      .set('Prefer', 'return=representation')
      .send(subject);
    expect(answer.body).toMatchObject(subject);
  });

  it('leads through a list by its links', async () => {
    const { id: ticket } = await file();
    const http = desk.http('agent');
    for (let index = 0; index < 3; index++) {
      await http.post(`/tickets/${ticket}/messages`).send(reply).expect(201);
    }
    let path: string | undefined = `/tickets/${ticket}/messages?limit=2`;
    const pages: number[] = [];
    while (path) {
      const { headers, body }: Awaited<Test> = await http.get(path);
      pages.push(body.items.length);
      const next = /^<(.+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
      expect(next === undefined).toBe(body.nextCursor === undefined);
      path = next?.slice(base.length);
    }
    expect(pages).toEqual([2, 1]);
  });

  it('leads back through a list of tickets by its links', async () => {
    await file();
    await file();
    const http = desk.http('requester');
    const list = '/tickets?limit=1&sort=number&order=asc';
    const linkTo = (rel: string, header: string | undefined) =>
      new RegExp(`<([^>]+)>; rel="${rel}"`).exec(header ?? '')?.[1];

    const first = await http.get(list);
    expect(linkTo('prev', first.headers.link)).toBeUndefined();
    const next = linkTo('next', first.headers.link) ?? '';
    const second = await http.get(next.slice(base.length));
    const back = linkTo('prev', second.headers.link) ?? '';
    const again = await http.get(back.slice(base.length));

    expect(again.body.items).toEqual(first.body.items);
    expect(linkTo('prev', again.headers.link)).toBeUndefined();
    expect(linkTo('next', again.headers.link)).toBeDefined();
  });

  it('keeps the filters in the link to the next page', async () => {
    await file();
    await file();
    const { headers, body } = await desk
      .http('requester')
      .get('/tickets?light=orange&light=red&limit=1&sort=createdAt');
    const cursor = encodeURIComponent(body.nextCursor);
    expect(headers.link).toBe(
      `<${base}/tickets?light=orange&light=red&limit=1&sort=createdAt&cursor=${cursor}>; rel="next"`,
    );
  });

  it('files a ticket once for one key, and another for another', async () => {
    const http = desk.http('requester');
    const fileWith = (key: string) =>
      http.post('/tickets').set('Idempotency-Key', key).send(subject);
    const first = await fileWith('a key');
    const second = await fileWith('a key');
    const third = await fileWith('another key');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(second.headers.location).toBe(first.headers.location);
    expect(third.body.id).not.toBe(first.body.id);
  });

  it('adds a message once for one key', async () => {
    const { id: ticket } = await file();
    const http = desk.http('requester');
    const add = () =>
      http
        .post(`/tickets/${ticket}/messages`)
        .set('Idempotency-Key', 'k'.repeat(255))
        .send(reply);
    const [first, second] = [await add(), await add()];
    expect(second.body).toEqual(first.body);
    const { items } = await desk.as('requester').listMessages(ticket);
    expect(items).toHaveLength(1);
  });

  it.each([
    ['portal', undefined],
    ['api', { subject: 'plugin:scaffolder' }],
  ])('files through the channel %s', async (channel, actor) => {
    const token = mockCredentials.user.token(
      userRef('requester'),
      actor && { actor },
    );
    const { body } = await request(desk.server)
      .post(`${base}/tickets`)
      .set('Authorization', `Bearer ${token}`)
      .send(subject);
    expect(body.channel).toBe(channel);
  });

  it('confirms nothing by a 304', async () => {
    const { id: ticket } = await file();
    const { status, body } = await desk
      .http('requester')
      .get(`/tickets/${ticket}`)
      .set('If-None-Match', '"1"');
    expect([status, body.id]).toEqual([200, ticket]);
  });

  it('says how long an answer is, also to those who want no more', async () => {
    await file();
    const [whole, head] = await Promise.all(
      (['get', 'head'] as const).map(method =>
        request(desk.server)
          [method](`${base}/tickets`)
          .set('Accept-Encoding', 'identity')
          .set(
            'Authorization',
            mockCredentials.user.header(userRef('requester')),
          ),
      ),
    );
    expect(whole.headers['content-length']).toBe(
      String(Buffer.byteLength(whole.text)),
    );
    for (const name of ['content-type', 'content-length']) {
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
    }
  });
});
