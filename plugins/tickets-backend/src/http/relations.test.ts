import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import request, { type Test } from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { policyPermissions } from '../__testUtils__/policyPermissions';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;
type Http = ReturnType<Desk['http']>;

const people = [
  'requester',
  'colleague',
  'owner',
  'agent',
  'other-agent',
  'admin',
  'outsider',
  'to-person',
  'cc-person',
] as const;

/** Status of the answer for each of `people`, in their order. */
const routes: [
  route: string,
  statuses: number[],
  call: (http: Http, ticket: Ticket) => Test,
][] = [
  [
    'GET ticket',
    [200, 200, 200, 200, 200, 200, 404, 200, 200],
    (http, { id }) => http.get(`/tickets/${id}`),
  ],
  [
    'GET ticket by number',
    [200, 200, 200, 200, 200, 200, 404, 200, 200],
    (http, { number }) => http.get(`/tickets/${number}`),
  ],
  [
    'GET messages',
    [200, 200, 200, 200, 200, 200, 404, 200, 200],
    (http, { id }) => http.get(`/tickets/${id}/messages`),
  ],
  [
    'GET events',
    [200, 200, 200, 200, 200, 200, 404, 200, 200],
    (http, { id }) => http.get(`/tickets/${id}/events`),
  ],
  [
    'POST reply',
    [201, 201, 201, 201, 201, 201, 404, 201, 201],
    (http, { id }) =>
      http.post(`/tickets/${id}/messages`).send({ kind: 'reply', body: 'Hi' }),
  ],
  [
    'POST note',
    [403, 403, 403, 201, 201, 201, 404, 403, 403],
    (http, { id }) =>
      http.post(`/tickets/${id}/messages`).send({ kind: 'note', body: 'Hm' }),
  ],
  [
    'POST reply with a status',
    [403, 403, 403, 201, 403, 201, 404, 403, 403],
    (http, { id }) =>
      http
        .post(`/tickets/${id}/messages`)
        .send({ kind: 'reply', body: 'Hi', status: 'waiting-requester' }),
  ],
  [
    'PATCH subject',
    [200, 403, 403, 200, 403, 200, 404, 403, 403],
    (http, { id }) => http.patch(`/tickets/${id}`).send({ subject: 'Other' }),
  ],
  [
    'PATCH priority',
    [403, 403, 403, 200, 403, 200, 404, 403, 403],
    (http, { id }) => http.patch(`/tickets/${id}`).send({ priority: 'low' }),
  ],
  [
    'PUT status',
    [403, 403, 403, 200, 403, 200, 404, 403, 403],
    (http, { id }) =>
      http.put(`/tickets/${id}/status`).send({ status: 'in-progress' }),
  ],
  [
    'PUT assignment',
    [403, 403, 403, 200, 403, 200, 404, 403, 403],
    (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: 'user:default/second-agent' }),
  ],
  [
    'PUT assignment to another team',
    [403, 403, 403, 200, 200, 200, 404, 403, 403],
    (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: null, team: 'group:default/other-support' }),
  ],
  [
    'PUT assignment to a team that does not exist',
    [403, 403, 403, 400, 400, 400, 404, 403, 403],
    (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: 'user:default/nope', team: 'group:default/nope' }),
  ],
  [
    'POST take-over',
    [403, 403, 403, 200, 200, 200, 404, 403, 403],
    (http, { id }) => http.post(`/tickets/${id}/take-over`),
  ],
  [
    'POST close',
    [200, 403, 403, 200, 403, 200, 404, 200, 403],
    (http, { id }) => http.post(`/tickets/${id}/close`),
  ],
  [
    'POST reopen of an open ticket',
    [409, 403, 403, 409, 403, 409, 404, 409, 403],
    (http, { id }) => http.post(`/tickets/${id}/reopen`),
  ],
];

const databases = testDatabases();

/** What the permission framework may be, for the rules to hold as they are. */
const frameworks = {
  'no permission framework': [],
  'a policy that allows all': [
    policyPermissions({
      handle: async () => ({ result: AuthorizeResult.ALLOW }),
    }),
  ],
};

describe.each(
  databases.ids.flatMap(id =>
    Object.entries(frameworks).map(
      ([framework, features]) => [id, framework, features] as const,
    ),
  ),
)('who may do what over HTTP on %s with %s', (id, _framework, features) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await startTestDesk({
      knex: await databases.init(id),
      features: [...features],
    });
  });
  afterAll(() => desk.stop());

  const file = (name: string = 'requester') =>
    desk.as(name).fileTicket({
      subject: 'Refunds fail',
      message: 'Please help',
      assets: ['component:default/ledger'],
      to: [userRef('to-person')],
      cc: [userRef('cc-person')],
    });

  it.each(
    routes.flatMap(([route, statuses, call]) =>
      people.map(
        (person, index) => [route, person, statuses[index], call] as const,
      ),
    ),
  )('%s as %s: %i', async (_, person, status, call) => {
    const response = await call(desk.http(person), await file());
    expect([response.status, response.body]).toEqual([
      status,
      expect.anything(),
    ]);
  });

  it('answers for a hidden ticket as for one that does not exist', async () => {
    const ticket = await file();
    const [hidden, unknown] = await Promise.all([
      desk.http('outsider').get(`/tickets/${ticket.id}`),
      desk.http('outsider').get(`/tickets/unknown`),
    ]);
    const { name, message } = hidden.body.error;
    expect({ name, message }).toEqual({
      name: unknown.body.error.name,
      message: unknown.body.error.message.replace('unknown', ticket.id),
    });
  });

  it('answers each person anew, whatever version their browser holds', async () => {
    const ticket = await file();
    const path = `/tickets/${ticket.id}`;
    const asAgent = await desk.http('agent').get(path);
    expect(asAgent.body).toHaveProperty('status');
    expect(asAgent.headers['cache-control']).toBe('no-store');
    const asRequester = await desk
      .http('requester')
      .get(path)
      .set('If-None-Match', asAgent.headers.etag);
    expect(asRequester.status).toBe(200);
    expect(asRequester.body).not.toHaveProperty('status');
  });

  it('shows no notes to an agent who asks another team', async () => {
    const ticket = await desk.as('other-agent').fileTicket({
      subject: 'From one team to the other',
      assets: ['component:default/queue'],
    });
    await desk
      .as('agent')
      .addMessage(ticket.id, { kind: 'note', body: 'xyzzy-secret-note' });
    const requester = desk.as('other-agent');
    expect((await requester.listMessages(ticket.id)).items).toEqual([]);
    expect(await requester.getTicket(ticket.id)).not.toHaveProperty('status');
    const { status } = await desk
      .http('other-agent')
      .post(`/tickets/${ticket.id}/messages`)
      .send({ kind: 'note', body: 'note' });
    expect(status).toBe(403);
  });

  it.each(['%00', 'a%00b', '%27', 'x'.repeat(300), '..%2fdesk'])(
    'knows no ticket %s',
    async key => {
      const { status } = await desk.http('admin').get(`/tickets/${key}`);
      expect(status).toBe(404);
    },
  );

  it('lets the requester confirm a solution by closing', async () => {
    const ticket = await file();
    await desk.as('agent').changeStatus(ticket.id, { status: 'solved' });
    const solved = await desk.as('requester').getTicket(ticket.id);
    expect(solved.allowedActions).toEqual([
      'reply',
      'close',
      'reopen',
      'watch',
      'share',
      'rate',
    ]);
    await desk.as('requester').closeTicket(ticket.id);
    expect(await desk.as('agent').getTicket(ticket.id)).toMatchObject({
      status: 'closed',
    });
  });

  it('leaves hidden tickets out of lists, totals and counts', async () => {
    await file();
    const outsider = desk.as('outsider');
    expect(await outsider.listTickets()).toMatchObject({ items: [], total: 0 });
    expect(await outsider.countTickets()).toEqual({
      orange: 0,
      red: 0,
      grey: 0,
      green: 0,
    });
  });

  it('refuses callers who are nobody', async () => {
    const statusFor = async (authorization: string) => {
      const { status } = await request(desk.server)
        .get('/api/tickets/tickets')
        .set('Authorization', authorization);
      return status;
    };
    expect(await statusFor(mockCredentials.none.header())).toBe(401);
    expect(await statusFor(mockCredentials.service.header())).toBe(403);
  });

  it('hides a ticket from the organisation once its access is revoked', async () => {
    const ticket = await file();
    await desk
      .as('requester')
      .setOrganisationAccess(ticket.id, { granted: false });
    const answers: Record<string, number> = {};
    for (const person of people) {
      const { status } = await desk.http(person).get(`/tickets/${ticket.id}`);
      const { items } = await desk.as(person).listTickets();
      const isListed = items.some(({ id: listed }) => listed === ticket.id);
      expect([person, isListed]).toEqual([person, status === 200]);
      answers[person] = status;
    }
    expect(answers).toEqual({
      requester: 200,
      colleague: 404,
      owner: 200,
      agent: 200,
      'other-agent': 200,
      admin: 200,
      outsider: 404,
      'to-person': 200,
      'cc-person': 200,
    });
  });

  it('is not opened by watching it', async () => {
    const ticket = await file();
    await desk
      .as('agent')
      .addPerson(ticket.id, { ref: userRef('outsider'), role: 'watcher' });
    const { status } = await desk.http('outsider').get(`/tickets/${ticket.id}`);
    expect(status).toBe(404);
  });

  describe.each(['requester', 'colleague', 'owner', 'to-person', 'cc-person'])(
    'what %s, who is no agent, gets',
    person => {
      it('holds no note, no trace of one, no routing and no internal status', async () => {
        const ticket = await file();
        const agent = desk.as('agent');
        await agent.takeOver(ticket.id);
        const before = await desk.as(person).getTicket(ticket.id);
        await agent.addMessage(ticket.id, {
          kind: 'note',
          body: 'xyzzy-secret-note',
        });
        expect(await desk.as(person).getTicket(ticket.id)).toEqual(before);
        await agent.addMessage(ticket.id, {
          kind: 'note',
          body: 'xyzzy-secret-note',
          status: 'waiting-internal',
        });

        const http = desk.http(person);
        const answers = await Promise.all([
          http.get(`/tickets/${ticket.id}`),
          http.get(`/tickets/${ticket.id}/messages`),
          http.get(`/tickets/${ticket.id}/events`),
          http.get('/tickets'),
          http.get('/counts'),
          http.get('/desk'),
          http
            .post(`/tickets/${ticket.id}/messages`)
            .set('If-Match', '"1"')
            .send({ kind: 'reply', body: 'Stale' })
            .expect(412),
        ]);
        const text = JSON.stringify(answers.map(({ body }) => body));
        expect(text).not.toContain('xyzzy');
        expect(text).not.toContain('noted');
        expect(text).not.toContain('routed');
        expect(text).not.toContain('waiting-internal');
      });

      it('finds nothing by internal status', async () => {
        await file();
        const found = await desk.as(person).listTickets({ status: ['new'] });
        expect(found).toMatchObject({ items: [], total: 0 });
      });
    },
  );

  it('lets the requester edit the subject only while the ticket is new', async () => {
    const ticket = await file();
    await desk.as('agent').takeOver(ticket.id);
    const response = await desk
      .http('requester')
      .patch(`/tickets/${ticket.id}`)
      .send({ subject: 'Too late' });
    expect(response.status).toBe(409);
  });

  it('brings a ticket that another team takes over into that team', async () => {
    const ticket = await file();
    expect(await desk.as('other-agent').takeOver(ticket.id)).toMatchObject({
      team: 'group:default/other-support',
      assignee: 'user:default/other-agent',
    });
  });

  it('keeps agents to their own team where it is configured so', async () => {
    const narrow = await startTestDesk({
      knex: await databases.init(id),
      tickets: {
        teams: [
          { group: 'group:default/support' },
          { group: 'group:default/other-support' },
        ],
        access: { agentsSee: 'own-team' },
      },
    });
    const ticket = await narrow.as('requester').fileTicket({
      subject: 'Only for support',
      assets: ['component:default/queue'],
    });
    const path = `/tickets/${ticket.id}`;
    expect((await narrow.http('agent').get(path)).status).toBe(200);
    expect((await narrow.http('other-agent').get(path)).status).toBe(404);
  });
});
