import type { Test } from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { deskConfig } from '../__testUtils__/organisation';
import { startTestDesk, userRef } from '../__testUtils__/startTestDesk';
import { endpoints } from './endpoints';

jest.setTimeout(120_000);

type Http = ReturnType<Awaited<ReturnType<typeof startTestDesk>>['http']>;

const FILE = '00000000-0000-4000-8000-000000000000';
const NOBODY = userRef('nobody');
const PAST = '2020-01-01T00:00:00Z';

interface Row {
  operation: string;
  what: string;
  /** Who has no right to it, although they read the ticket. Default: colleague */
  person?: string;
  call(http: Http, ticket: string): Test;
}

const post = (
  operation: string,
  what: string,
  path: string,
  body: object,
  person?: string,
): Row => ({
  operation,
  what,
  person,
  call: (http, ticket) => http.post(`/tickets/${ticket}${path}`).send(body),
});

const put = (
  operation: string,
  what: string,
  path: string,
  body: object,
  person?: string,
): Row => ({
  operation,
  what,
  person,
  call: (http, ticket) => http.put(`/tickets/${ticket}${path}`).send(body),
});

const edit = (what: string, body: object, person?: string): Row => ({
  operation: 'editTicket',
  what,
  person,
  call: (http, ticket) => http.patch(`/tickets/${ticket}`).send(body),
});

const remove = (operation: string, what: string, path: string): Row => ({
  operation,
  what,
  call: (http, ticket) => http.delete(`/tickets/${ticket}${path}`),
});

/** Well-formed requests that mean nothing, of each operation on a ticket. */
const rows: Row[] = [
  edit('an unknown category', { category: 'nope' }, 'requester'),
  edit('an unknown priority', { priority: 'nope' }, 'requester'),
  edit('an unknown SLA policy', { slaPolicy: 'nope' }, 'requester'),
  edit('an unknown system', { system: 'system:default/nope' }, 'requester'),
  edit('an unknown asset', { assets: ['component:default/nope'] }),
  edit('an unknown field', { fields: { nope: 1 } }),
  {
    operation: 'deleteTicket',
    what: 'nothing wrong',
    call: (http, ticket) => http.delete(`/tickets/${ticket}`),
  },
  post('redactMessage', 'an unknown message', '/messages/nope/redact', {
    reason: 'x',
  }),
  post('addMessage', 'an unknown file', '/messages', {
    kind: 'note',
    body: 'x',
    attachments: [FILE],
  }),
  post('addMessage', 'an unknown status', '/messages', {
    kind: 'reply',
    body: 'x',
    status: 'nope',
  }),
  post('takeOver', 'nothing wrong', '/take-over', {}),
  put('handOver', 'an unknown assignee', '/assignment', { assignee: NOBODY }),
  put('handOver', 'an unknown team', '/assignment', {
    assignee: null,
    team: 'group:default/nope',
  }),
  put('changeStatus', 'an unknown status', '/status', { status: 'nope' }),
  put('changeStatus', 'a time that is over', '/status', {
    status: 'postponed',
    until: PAST,
  }),
  post('postponeTicket', 'a time that is over', '/postpone', { until: PAST }),
  post('solveTicket', 'nothing wrong', '/solve', {}),
  post('closeTicket', 'nothing wrong', '/close', {}),
  post('archiveTicket', 'nothing wrong', '/archive', {}),
  post('unarchiveTicket', 'nothing wrong', '/unarchive', {}),
  put('rateTicket', 'nothing wrong', '/rating', { stars: 5 }),
  put('addPerson', 'an unknown person', '/people', {
    ref: NOBODY,
    role: 'watcher',
  }),
  remove(
    'removePerson',
    'an unknown person',
    `/people?ref=${NOBODY}&role=watcher`,
  ),
  put('setOrganisationAccess', 'nothing wrong', '/organisation-access', {
    granted: true,
  }),
  post('linkTickets', 'an unknown ticket', '/links', {
    type: 'relates',
    ticket: 'nope',
  }),
  remove(
    'unlinkTickets',
    'an unknown ticket',
    '/links?type=relates&ticket=nope',
  ),
  post('mergeTicket', 'an unknown ticket', '/merge', { into: 'nope' }),
  post('splitTicket', 'an unknown message', '/split', {
    message: '999999',
    subject: 'x',
  }),
  post('createWorkOrder', 'an unknown category', '/work-orders', {
    category: 'nope',
  }),
  post('createWorkOrder', 'an unknown priority', '/work-orders', {
    priority: 'nope',
  }),
  post('createWorkOrder', 'an unknown team', '/work-orders', {
    team: 'group:default/nope',
  }),
  {
    operation: 'listCannedReplies',
    what: 'nothing wrong',
    call: (http, ticket) => http.get(`/tickets/${ticket}/canned-replies`),
  },
  post('applyCannedReply', 'an unknown one', '/canned-replies/nope', {}),
];

/** Of those that are not on one ticket. */
const others: Row[] = [
  {
    operation: 'fileTicket',
    what: 'a link to an unknown ticket',
    call: http =>
      http
        .post('/tickets')
        .send({ subject: 'x', link: { type: 'relates', ticket: 'nope' } }),
  },
  {
    operation: 'fileTicket',
    what: 'an unknown team',
    call: http =>
      http
        .post('/tickets')
        .send({ subject: 'x', category: 'nope', team: 'group:default/nope' }),
  },
  {
    operation: 'setAbsence',
    what: 'an unknown person',
    call: http => http.put('/absences').send({ person: NOBODY, until: PAST }),
  },
  {
    operation: 'endAbsence',
    what: 'an unknown person',
    call: http => http.delete(`/absences?person=${NOBODY}`),
  },
  {
    operation: 'retryFailedNotification',
    what: 'an unknown one',
    call: http => http.post('/failed-notifications/nope/retry'),
  },
  {
    operation: 'discardFailedNotification',
    what: 'an unknown one',
    call: http => http.delete('/failed-notifications/nope'),
  },
];

/** On a ticket, and right for whoever reads it. */
const forReaders = ['markRead', 'reopenTicket'];

const databases = testDatabases();

describe.each(databases.ids)('who may not do it, on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;
  let ticket: string;

  beforeAll(async () => {
    desk = await startTestDesk({
      knex: await databases.init(id),
      tickets: deskConfig,
    });
    const filed = await desk.as('requester').fileTicket({
      subject: 'Right before content',
      assets: ['component:default/ledger'],
      to: [userRef('other-agent')],
    });
    ticket = filed.id;
  });
  afterAll(() => desk.stop());

  it.each(rows)(
    'hears so before what is wrong: $operation with $what',
    async ({ call, person = 'colleague' }) => {
      const { status } = await call(desk.http(person), ticket);
      expect(status).toBe(403);
    },
  );

  it.each(rows)(
    'hears nothing of a ticket that is not theirs: $operation with $what',
    async ({ call }) => {
      const hidden = await call(desk.http('outsider'), ticket);
      const unknown = await call(desk.http('outsider'), 'unknown');
      expect([hidden.status, unknown.status]).toEqual([404, 404]);
      expect(hidden.body.error.message.replace(ticket, 'unknown')).toBe(
        unknown.body.error.message,
      );
    },
  );

  it.each(others)(
    'hears so before what is wrong: $operation with $what',
    async ({ call, person = 'colleague' }) => {
      const { status } = await call(desk.http(person), ticket);
      expect(status).toBe(403);
    },
  );

  it('hears so before what is wrong when an agent links a ticket that they see from outside', async () => {
    const own = await desk.as('other-agent').fileTicket({
      subject: 'For me',
      assets: ['component:default/queue'],
    });
    const { status } = await desk
      .http('other-agent')
      .post('/tickets')
      .send({
        subject: 'x',
        category: 'nope',
        link: { type: 'relates', ticket: own.id },
      });
    expect(status).toBe(403);
  });

  it('is asked of every operation that changes a ticket', () => {
    const changing = endpoints.flatMap(({ name, method, operation }) =>
      operation.path.startsWith('/tickets/{ticket}') &&
      method !== 'get' &&
      !forReaders.includes(name)
        ? [name]
        : [],
    );
    const asked = new Set(rows.map(({ operation }) => operation));
    expect(changing.filter(operation => !asked.has(operation))).toEqual([]);
  });
});
