import {
  type Ticket,
  type TicketsClient,
  errorCodes,
} from '@portaldesk/plugin-tickets-common';
import type { Response, Test } from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { bookmark } from '../__testUtils__/databases/bookmark';
import { deskConfig, organisation } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { endpoints } from './endpoints';

jest.setTimeout(300_000);

type Desk = Awaited<ReturnType<typeof startTestDesk>>;
type Http = ReturnType<Desk['http']>;

/** By their relation to the ticket: it is about `ledger`, and support's. */
const people = [
  'requester',
  'to-person',
  'cc-person',
  'colleague',
  'owner',
  'agent',
  'other-agent',
  'admin',
  'outsider',
] as const;

type Person = (typeof people)[number];

/** What a ticket has been through before the request. */
type Past = 'new' | 'ended' | 'archived';

interface Row {
  /** Name of the operation in the API's documentation. */
  operation: string;
  what?: string;
  past?: Past;
  /** For each of `people`, in their order. */
  statuses: readonly number[];
  call(http: Http, ticket: Prepared): Test;
}

/** A ticket with everything on it that can be asked for. */
interface Prepared {
  id: string;
  number: string;
  /** Another ticket of the same team, linked by `relates`. */
  other: Ticket;
  firstMessage: string;
  files: Record<'reply' | 'note' | 'private', string>;
}

const readers = [200, 200, 200, 200, 200, 200, 200, 200, 404];
const writers = readers.map(status => (status === 200 ? 201 : status));
const insiders = (done: number) => [
  ...[403, 403, 403, 403, 403],
  ...[done, done, done, 404],
];
const team = (done: number) => [
  ...[403, 403, 403, 403, 403],
  ...[done, 403, done, 404],
];
const requesterAndTeam = [200, 403, 403, 403, 403, 200, 403, 200, 404];
const toAndTeam = [200, 200, 403, 403, 403, 200, 403, 200, 404];

const patch = (
  what: string,
  statuses: readonly number[],
  body: object,
): Row => ({
  operation: 'editTicket',
  what,
  statuses,
  call: (http, { id }) => http.patch(`/tickets/${id}`).send(body),
});

const message = (
  what: string,
  statuses: readonly number[],
  body: object,
): Row => ({
  operation: 'addMessage',
  what,
  statuses,
  call: (http, { id }) =>
    http.post(`/tickets/${id}/messages`).send({ body: 'Hello', ...body }),
});

const step = (
  operation: string,
  name: string,
  statuses: readonly number[],
  options: { body?: object; past?: Past } = {},
): Row => ({
  operation,
  past: options.past,
  statuses,
  call: (http, { id }) =>
    http.post(`/tickets/${id}/${name}`).send(options.body),
});

const file = (
  kind: keyof Prepared['files'],
  statuses: readonly number[],
): Row => ({
  operation: 'downloadFile',
  what: `of a ${kind}`,
  statuses,
  call: (http, { files }) => http.get(`/files/${files[kind]}`),
});

const person = (who: object) => new URLSearchParams({ ...who }).toString();
const added = { ref: userRef('other-agent'), role: 'to' };
const later = '2099-01-01T08:00:00Z';

const rows: Row[] = [
  {
    operation: 'getTicket',
    statuses: readers,
    call: (http, { id }) => http.get(`/tickets/${id}`),
  },
  {
    operation: 'getTicket',
    what: 'by number',
    statuses: readers,
    call: (http, { number }) => http.get(`/tickets/${number}`),
  },
  {
    operation: 'getTicket',
    what: 'with its messages',
    statuses: readers,
    call: (http, { id }) => http.get(`/tickets/${id}?include=messages`),
  },
  {
    operation: 'listMessages',
    statuses: readers,
    call: (http, { id }) => http.get(`/tickets/${id}/messages`),
  },
  {
    operation: 'listEvents',
    statuses: readers,
    call: (http, { id }) => http.get(`/tickets/${id}/events`),
  },
  {
    operation: 'listStatusHistory',
    statuses: readers,
    call: (http, { id }) => http.get(`/tickets/${id}/status-history`),
  },
  {
    operation: 'listLinks',
    statuses: readers,
    call: (http, { id }) => http.get(`/tickets/${id}/links`),
  },
  {
    operation: 'listCannedReplies',
    statuses: insiders(200),
    call: (http, { id }) => http.get(`/tickets/${id}/canned-replies`),
  },
  patch('subject', requesterAndTeam, { subject: 'Other' }),
  patch('fields', requesterAndTeam, { fields: { region: 'us' } }),
  patch('assets', requesterAndTeam, { assets: ['component:default/queue'] }),
  patch('entities', requesterAndTeam, { entities: [] }),
  patch('category', team(200), { category: 'question' }),
  patch('priority', team(200), { priority: 'low' }),
  patch('visibility', team(200), { visibility: 'confidential' }),
  patch('tags', team(200), { tags: [] }),
  patch('SLA policy', team(200), { slaPolicy: null }),
  patch('system', team(200), { system: null }),
  patch('notifications', team(200), { notifyRequester: false }),
  {
    operation: 'deleteTicket',
    statuses: [403, 403, 403, 403, 403, 403, 403, 204, 404],
    call: (http, { id }) => http.delete(`/tickets/${id}`),
  },
  step('markRead', 'read', readers),
  message('reply', writers, { kind: 'reply' }),
  message('note', insiders(201), { kind: 'note' }),
  message('private message', team(201), {
    kind: 'private',
    recipients: [userRef('second-agent')],
  }),
  message('reply with a status', team(201), {
    kind: 'reply',
    status: 'waiting-requester',
  }),
  step('takeOver', 'take-over', insiders(200)),
  {
    operation: 'handOver',
    what: 'within the team',
    statuses: team(200),
    call: (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: userRef('agent') }),
  },
  {
    operation: 'handOver',
    what: 'with a note',
    statuses: team(200),
    call: (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: userRef('agent'), note: 'The log is attached.' }),
  },
  {
    operation: 'handOver',
    what: 'to another team',
    statuses: insiders(200),
    call: (http, { id }) =>
      http
        .put(`/tickets/${id}/assignment`)
        .send({ assignee: null, team: 'group:default/other-support' }),
  },
  {
    operation: 'changeStatus',
    statuses: team(200),
    call: (http, { id }) =>
      http.put(`/tickets/${id}/status`).send({ status: 'in-progress' }),
  },
  step('postponeTicket', 'postpone', team(200), { body: { until: later } }),
  step('solveTicket', 'solve', team(200)),
  step('closeTicket', 'close', toAndTeam),
  step('reopenTicket', 'reopen', toAndTeam, { past: 'ended' }),
  step('archiveTicket', 'archive', team(200), { past: 'ended' }),
  step('unarchiveTicket', 'unarchive', team(200), { past: 'archived' }),
  {
    operation: 'rateTicket',
    past: 'ended',
    statuses: [200, 403, 403, 403, 403, 403, 403, 403, 404],
    call: (http, { id }) =>
      http.put(`/tickets/${id}/rating`).send({ stars: 4 }),
  },
  {
    operation: 'addPerson',
    what: 'to',
    statuses: requesterAndTeam,
    call: (http, { id }) => http.put(`/tickets/${id}/people`).send(added),
  },
  {
    operation: 'addPerson',
    what: 'somebody else as a watcher',
    statuses: team(200),
    call: (http, { id }) =>
      http
        .put(`/tickets/${id}/people`)
        .send({ ref: userRef('second-agent'), role: 'watcher' }),
  },
  {
    operation: 'removePerson',
    what: 'cc',
    // everybody can leave
    statuses: [200, 403, 200, 403, 403, 200, 403, 200, 404],
    call: (http, { id }) =>
      http.delete(
        `/tickets/${id}/people?${person({ ref: userRef('cc-person'), role: 'cc' })}`,
      ),
  },
  {
    operation: 'setOrganisationAccess',
    statuses: requesterAndTeam,
    call: (http, { id }) =>
      http.put(`/tickets/${id}/organisation-access`).send({ granted: false }),
  },
  {
    operation: 'linkTickets',
    statuses: team(200),
    call: (http, { id, other }) =>
      http
        .post(`/tickets/${id}/links`)
        .send({ type: 'blocks', ticket: other.number }),
  },
  {
    operation: 'unlinkTickets',
    statuses: team(200),
    call: (http, { id, other }) =>
      http.delete(
        `/tickets/${id}/links?${person({ type: 'relates', ticket: other.id })}`,
      ),
  },
  {
    operation: 'mergeTicket',
    statuses: team(200),
    call: (http, { id, other }) =>
      http.post(`/tickets/${id}/merge`).send({ into: other.id }),
  },
  {
    operation: 'splitTicket',
    statuses: team(201),
    call: (http, { id, firstMessage }) =>
      http
        .post(`/tickets/${id}/split`)
        .send({ message: firstMessage, subject: 'Something else' }),
  },
  step('createWorkOrder', 'work-orders', team(201)),
  {
    operation: 'redactMessage',
    statuses: team(200),
    call: (http, { id, firstMessage }) =>
      http
        .post(`/tickets/${id}/messages/${firstMessage}/redact`)
        .send({ reason: 'A password' }),
  },
  step('applyCannedReply', 'canned-replies/hello', insiders(201)),
  step('applyCannedReply', 'canned-replies/done', team(201)),
  file('reply', readers),
  file('note', [404, 404, 404, 404, 404, 200, 200, 200, 404]),
  file('private', [404, 404, 404, 404, 404, 200, 404, 404, 404]),
];

const absent = userRef('second-agent');
const reportPeriod = 'from=2026-01-01&to=2027-01-01';
const admins = (done: number) =>
  people.map(name => (name === 'admin' ? done : 403));
const teamOrAdmin = (done: number) =>
  people.map(name => (['agent', 'admin'].includes(name) ? done : 403));

/** A new file of the requester that is attached to nothing. */
const unattachedUpload = (desk: Desk) =>
  upload(desk.as('requester'), 'unattached');

let savedViews = 0;

/** A new saved view, of this person or of the team `support`. */
const savedView = (owner: string) => async (desk: Desk) => {
  const { id } = await desk.as('agent').createView({
    name: `View ${(savedViews += 1)}`,
    owner: owner === 'support' ? 'group:default/support' : userRef(owner),
  });
  return id;
};

const sharing = (owner: string, done: number) =>
  people.map(name =>
    name === 'agent' || (name === 'admin' && owner === 'support') ? done : 404,
  );

/** What can be done to one saved view. */
const viewRows = ['agent', 'support'].flatMap(owner => [
  {
    operation: 'getView',
    what: `of ${owner}`,
    statuses: sharing(owner, 200),
    lay: savedView(owner),
    call: (http: Http, id: string) => http.get(`/views/${id}`),
  },
  {
    operation: 'editView',
    what: `of ${owner}`,
    statuses: sharing(owner, 200),
    lay: savedView(owner),
    call: (http: Http, id: string) =>
      http.patch(`/views/${id}`).send({ position: 1 }),
  },
  {
    operation: 'deleteView',
    what: `of ${owner}`,
    statuses: sharing(owner, 204),
    lay: savedView(owner),
    call: (http: Http, id: string) => http.delete(`/views/${id}`),
  },
]);

/** Requests that are about no ticket, about a new one, or about many. */
const elsewhere: (Omit<Row, 'call'> & {
  /** Lays what the request is about, for each person anew; gives its id. */
  lay?(desk: Desk): Promise<string>;
  call(http: Http, laid: string): Test;
})[] = [
  ...viewRows,
  {
    operation: 'listViews',
    statuses: people.map(() => 200),
    call: http => http.get('/views'),
  },
  {
    operation: 'createView',
    statuses: people.map(() => 201),
    call: http => http.post('/views').send({ name: 'Mine' }),
  },
  {
    operation: 'createView',
    what: 'for a team',
    statuses: people.map(name =>
      ['agent', 'admin'].includes(name) ? 201 : 400,
    ),
    call: http =>
      http.post('/views').send({
        name: `View ${(savedViews += 1)}`,
        owner: 'group:default/support',
      }),
  },
  {
    operation: 'describeDesk',
    statuses: people.map(() => 200),
    call: http => http.get('/desk'),
  },
  {
    operation: 'listTickets',
    statuses: people.map(() => 200),
    call: http => http.get('/tickets'),
  },
  {
    operation: 'countTickets',
    statuses: people.map(() => 200),
    call: http => http.get('/counts'),
  },
  {
    operation: 'countViews',
    statuses: people.map(() => 200),
    call: http =>
      http.post('/counts').send({ views: [{ id: 'all', filter: {} }] }),
  },
  {
    operation: 'exportTickets',
    statuses: people.map(() => 200),
    call: http => http.get('/export'),
  },
  {
    operation: 'getOpenApi',
    statuses: people.map(() => 200),
    call: http => http.get('/openapi.json'),
  },
  {
    operation: 'fileTicket',
    statuses: people.map(() => 201),
    call: http => http.post('/tickets').send({ subject: 'Mine' }),
  },
  {
    operation: 'fileTicket',
    what: 'for somebody else',
    statuses: insiders(201).map(status => (status === 404 ? 403 : status)),
    call: http =>
      http
        .post('/tickets')
        .send({ subject: 'Theirs', onBehalfOf: userRef('second-agent') }),
  },
  {
    operation: 'changeTickets',
    statuses: people.map(() => 200),
    call: http =>
      http
        .post('/bulk')
        .send({ tickets: ['unknown'], change: { type: 'close' } }),
  },
  {
    operation: 'uploadFile',
    statuses: people.map(() => 201),
    call: http =>
      http
        .post('/files?name=a.txt')
        .set('Content-Type', 'text/plain')
        .send('text'),
  },
  {
    operation: 'downloadFile',
    what: 'that is attached to nothing',
    statuses: people.map(name => (name === 'requester' ? 200 : 404)),
    lay: unattachedUpload,
    call: (http, unattached) => http.get(`/files/${unattached}`),
  },
  {
    operation: 'discardFile',
    statuses: people.map(name => (name === 'requester' ? 204 : 404)),
    lay: unattachedUpload,
    call: (http, unattached) => http.delete(`/files/${unattached}`),
  },
  {
    operation: 'listAbsences',
    statuses: people.map(() => 200),
    call: http => http.get('/absences'),
  },
  {
    operation: 'setAbsence',
    statuses: teamOrAdmin(200),
    call: http => http.put('/absences').send({ person: absent }),
  },
  {
    operation: 'endAbsence',
    statuses: teamOrAdmin(204),
    call: http => http.delete(`/absences?person=${absent}`),
  },
  {
    operation: 'searchTickets',
    statuses: people.map(() => 200),
    call: http => http.get('/search?text=refunds'),
  },
  {
    operation: 'similarTickets',
    statuses: people.map(() => 200),
    call: http => http.get('/similar?subject=refunds'),
  },
  {
    operation: 'getReportSummary',
    statuses: people.map(() => 200),
    call: http => http.get(`/reports/summary?${reportPeriod}`),
  },
  {
    operation: 'getReportGroups',
    statuses: people.map(() => 200),
    call: http => http.get(`/reports/groups?groupBy=team&${reportPeriod}`),
  },
  {
    operation: 'getReportTrend',
    statuses: people.map(() => 200),
    call: http => http.get(`/reports/trend?interval=month&${reportPeriod}`),
  },
  {
    operation: 'listFailedNotifications',
    statuses: admins(200),
    call: http => http.get('/failed-notifications'),
  },
  {
    operation: 'retryFailedNotification',
    what: 'that is not there',
    statuses: admins(404),
    call: http => http.post('/failed-notifications/1/retry'),
  },
  {
    operation: 'discardFailedNotification',
    what: 'that is not there',
    statuses: admins(404),
    call: http => http.delete('/failed-notifications/1'),
  },
  {
    operation: 'getSettings',
    statuses: admins(200),
    call: http => http.get('/settings'),
  },
  {
    operation: 'testRouting',
    statuses: admins(200),
    call: http => http.get('/settings/routing?asset=component:default/ledger'),
  },
  {
    operation: 'testSla',
    what: 'of a policy that is not there',
    statuses: admins(400),
    call: http =>
      http.get(
        '/settings/sla?policy=gold&priority=high&filedAt=2026-05-05T08:00:00Z',
      ),
  },
];

const tickets = {
  ...deskConfig,
  categories: [
    ...deskConfig.categories,
    {
      id: 'form',
      title: 'With a form',
      tags: ['secret-tag'],
      form: {
        schema: {
          type: 'object',
          properties: {
            region: { type: 'string' },
            cost: { type: 'string' },
          },
        },
        hidden: ['cost'],
      },
    },
  ],
  cannedReplies: [
    { id: 'hello', title: 'Hello', body: 'Hello {{requester.name}}' },
    {
      id: 'done',
      title: 'Done',
      body: 'It is done',
      set: { status: 'waiting-requester' },
    },
  ],
};

const databases = testDatabases();

async function upload(client: TicketsClient, content: string) {
  const { id } = await client.uploadFile({
    name: 'log.txt',
    content: new Blob([content], { type: 'text/plain' }),
  });
  return id;
}

/** Lays a ticket with secrets of every kind. */
async function prepare(desk: Desk, past: Past = 'new'): Promise<Prepared> {
  const [requester, agent] = ['requester', 'agent'].map(desk.as);
  const assets = ['component:default/ledger'];
  const reply = await upload(requester, 'open log');
  const ticket = await requester.fileTicket({
    subject: 'Refunds fail',
    message: 'Please help',
    category: 'form',
    fields: { region: 'eu' },
    assets,
    entities: ['component:default/website'],
    attachments: [reply],
    to: [userRef('to-person')],
    cc: [userRef('cc-person')],
  });
  const other = await requester.fileTicket({ subject: 'Something', assets });
  await agent.linkTickets(ticket.id, { type: 'relates', ticket: other.id });
  await agent.editTicket(ticket.id, { fields: { cost: 'secret-cost' } });
  await agent.addPerson(ticket.id, {
    ref: userRef('second-agent'),
    role: 'watcher',
  });
  const note = await upload(agent, 'secret-note-file');
  await agent.addMessage(ticket.id, {
    kind: 'note',
    body: 'secret-note',
    attachments: [note],
  });
  const confidential = await upload(agent, 'secret-private-file');
  await agent.addMessage(ticket.id, {
    kind: 'private',
    body: 'private-secret',
    recipients: [userRef('second-agent')],
    attachments: [confidential],
  });
  if (past !== 'new') {
    await agent.solveTicket(ticket.id);
  }
  if (past === 'archived') {
    await agent.archiveTicket(ticket.id);
  }
  const { items } = await requester.listMessages(ticket.id);
  return {
    id: ticket.id,
    number: ticket.number,
    other,
    firstMessage: items[0].id,
    files: { reply, note, private: confidential },
  };
}

describe('the table of routes', () => {
  it('has every operation of the API', () => {
    const known = [...rows, ...elsewhere].map(({ operation }) => operation);
    expect([...new Set(known)].sort()).toEqual(
      endpoints.map(({ name }) => name).sort(),
    );
  });
});

describe.each(databases.ids)('every route for every relation on %s', id => {
  let desk: Desk;

  /** By their past. */
  let prepared: Record<Past, Prepared>;
  let putBack: () => Promise<void>;

  beforeAll(async () => {
    const knex = await databases.init(id);
    desk = await startTestDesk({ knex, tickets, entities: organisation });
    prepared = {
      new: await prepare(desk),
      ended: await prepare(desk, 'ended'),
      archived: await prepare(desk, 'archived'),
    };
    putBack = await bookmark(knex);
  });
  afterAll(() => desk.stop());

  const table = rows.map(row => ({ ...row, what: row.what ?? '' }));

  it.each(table)('$operation $what', async row => {
    const { operation, past = 'new', statuses, call } = row;
    const isReading = /^(get|list|download)/.test(operation);
    const answers: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [index, name] of people.entries()) {
      const answer = await call(desk.http(name), prepared[past]);
      if (!isReading && answer.status < 400) await putBack();
      answers[name] = answer.status;
      expectCode(answer);
      expected[name] = statuses[index];
      const text = JSON.stringify([answer.body, answer.text ?? '']);
      expectNoSecrets(name, text);
    }
    expect(answers).toEqual(expected);
  });

  it.each(elsewhere.map(row => ({ ...row, what: row.what ?? '' })))(
    '$operation $what, which is about no ticket',
    async ({ statuses, lay, call }) => {
      const answers: Record<string, number> = {};
      const expected: Record<string, number> = {};
      for (const [index, name] of people.entries()) {
        const laid = (await lay?.(desk)) ?? '';
        const answer = await call(desk.http(name), laid);
        answers[name] = answer.status;
        expectCode(answer);
        expected[name] = statuses[index];
      }
      expect(answers).toEqual(expected);
    },
  );

  it.each<[string, (desk: Desk, id: string) => Promise<unknown>, Person[]]>([
    [
      'a confidential ticket',
      (it, ticket) =>
        it.as('agent').editTicket(ticket, { visibility: 'confidential' }),
      ['colleague', 'owner', 'other-agent', 'outsider'],
    ],
    [
      'an internal ticket',
      (it, ticket) =>
        it.as('agent').editTicket(ticket, { visibility: 'internal' }),
      ['requester', 'to-person', 'cc-person', 'colleague', 'owner', 'outsider'],
    ],
    [
      'a ticket whose organisation lost its access',
      (it, ticket) =>
        it.as('requester').setOrganisationAccess(ticket, { granted: false }),
      ['colleague', 'outsider'],
    ],
  ])(
    'no route knows %s for those who may not see it',
    async (_what, hide, hidden) => {
      const ticket = await prepare(desk);
      await hide(desk, ticket.id);
      for (const name of people) {
        const { status } = await desk.http(name).get(`/tickets/${ticket.id}`);
        expect([name, status]).toEqual([
          name,
          hidden.includes(name) ? 404 : 200,
        ]);
      }
      for (const name of hidden) {
        for (const { operation, call } of rows) {
          const { status } = await call(desk.http(name), ticket);
          expect([name, operation, status]).toEqual([name, operation, 404]);
        }
        const listed = await desk.as(name).listTickets({ limit: 100 });
        expect(listed.items.map(item => item.id)).not.toContain(ticket.id);
        const [{ status }] = (
          await desk.as(name).changeTickets({
            tickets: [ticket.id],
            change: { type: 'close' },
          })
        ).items;
        expect(status).toBe(404);
      }
    },
  );

  it('lets whoever filed for somebody else act for them, and no more', async () => {
    const narrow = await startTestDesk({
      knex: await databases.init(id),
      tickets: { ...tickets, access: { agentsSee: 'own-team' } },
    });
    const lay = async () => {
      const ticket = await narrow.as('other-agent').fileTicket({
        subject: 'For somebody else',
        onBehalfOf: userRef('requester'),
        assets: ['component:default/queue'],
      });
      expect(ticket).toMatchObject({
        requester: userRef('requester'),
        createdBy: userRef('other-agent'),
        team: 'group:default/support',
      });
      return ticket.id;
    };
    const creator = narrow.http('other-agent');
    const statusOf = async (test: Test) => (await test).status;
    const path = async () => `/tickets/${await lay()}`;
    const body = { kind: 'note', body: 'Hm' };
    expect([
      await statusOf(creator.get(await path())),
      await statusOf(creator.patch(await path()).send({ subject: 'New' })),
      await statusOf(creator.post(`${await path()}/close`)),
      await statusOf(creator.post(`${await path()}/messages`).send(body)),
      await statusOf(creator.post(`${await path()}/take-over`)),
    ]).toEqual([200, 200, 200, 403, 403]);
    await narrow.stop();
  });

  it('tells nobody in lists and counts what their tickets do not show them', async () => {
    await prepare(desk);
    for (const name of people) {
      const http = desk.http(name);
      const answers = await Promise.all([
        http.get('/tickets?limit=100'),
        http.get('/counts'),
        http.get('/desk'),
        http.get('/export?format=csv'),
        http.get('/export?format=json'),
      ]);
      expect([...new Set(answers.map(({ status }) => status))]).toEqual([200]);
      expectNoSecrets(name, answers.map(({ text }) => text).join('\n'));
    }
  });
});

/** Whoever is refused is told by a code why, which goes with the status. */
function expectCode({ status, body }: Response): void {
  if (status >= 400) {
    const statuses = new Map<string, number>(Object.entries(errorCodes));
    expect(statuses.get(body.error.code)).toBe(status);
  }
}

function expectNoSecrets(name: Person, text: string): void {
  if (name !== 'agent') {
    // the agent wrote it
    expect(text).not.toContain('private-secret');
  }
  if (!['agent', 'other-agent', 'admin'].includes(name)) {
    for (const secret of [
      'secret-note',
      'secret-cost',
      'secret-tag',
      'watcher"',
      'second-agent',
      'noted',
      'routed',
      '"status":"',
      'status-changed',
      'slaPolicy"',
    ]) {
      expect([name, text]).not.toEqual([name, expect.stringContaining(secret)]);
    }
  }
}
