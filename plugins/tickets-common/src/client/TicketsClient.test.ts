/** @jest-environment node */
import { ResponseError } from '@backstage/errors';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { DeskDescription, Message, Ticket } from '../model';
import type { TicketsApi } from './TicketsApi';
import { TicketsClient } from './TicketsClient';

const BASE = 'http://portal.test/api/tickets';

const ticket: Ticket = {
  id: 'id-1',
  number: 'T2026-00001',
  version: 3,
  subject: 'Help',
  portalStatus: 'in-progress',
  light: 'orange',
  category: null,
  priority: 'normal',
  visibility: 'public',
  requester: 'user:default/jane',
  createdBy: 'user:default/jane',
  organisation: null,
  assets: [],
  team: null,
  assignee: null,
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  endedAt: null,
  allowedActions: ['reply'],
};

const message: Message = {
  id: '7',
  kind: 'reply',
  side: 'requester',
  author: 'user:default/jane',
  body: 'Hi',
  createdAt: '2026-01-02T03:04:05.000Z',
};

const desk: DeskDescription = {
  caller: {
    ref: 'user:default/jane',
    agent: false,
    admin: false,
    teams: [],
    mayFile: true,
  },
  teams: [],
  categories: [],
  priorities: [{ id: 'normal', title: 'Normal' }],
  defaultPriority: 'normal',
  statuses: [],
};

const ticketPage = { items: [ticket], total: 1, totalCap: 1000 };
const messagePage = { items: [message], nextCursor: 'older' };
const eventPage = {
  items: [
    {
      id: '9',
      actor: 'user:default/jane',
      at: '2026-01-02T03:04:05.000Z',
      version: 3,
      detail: { type: 'replied', messageId: '7' },
    },
  ],
};
const counts = { orange: 1, red: 2, grey: 3, green: 4 };

const server = setupServer();
const received: {
  method: string;
  url: string;
  headers: Headers;
  body: string;
}[] = [];

/** Answers every request with this, and keeps the request. */
function answer(body: unknown, status = 200) {
  server.use(
    http.all(`${BASE}/*`, async ({ request }) => {
      const { method, url, headers } = request;
      received.push({ method, url, headers, body: await request.text() });
      return typeof body === 'string'
        ? new HttpResponse(body, { status })
        : HttpResponse.json(body as object, { status });
    }),
  );
}

const client: TicketsApi = new TicketsClient({
  discoveryApi: {
    getBaseUrl: async plugin => `http://portal.test/api/${plugin}`,
  },
  fetchApi: { fetch: (input, init) => fetch(input, init) },
});

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  received.length = 0;
});
afterAll(() => server.close());

describe('TicketsClient', () => {
  const key = 'T/2026 #1?';
  const path = 'tickets/T%2F2026%20%231%3F';
  const filing = { subject: 'Help', assets: ['component:default/ledger'] };
  const reply = { kind: 'reply', body: 'Hi' } as const;
  const handOver = { assignee: null, team: 'group:default/support' };

  it.each<
    [
      name: string,
      call: () => Promise<unknown>,
      request: [method: string, url: string, body?: unknown],
      answer: unknown,
    ]
  >([
    ['describeDesk', () => client.describeDesk(), ['GET', 'desk'], desk],
    [
      'fileTicket',
      () => client.fileTicket(filing),
      ['POST', 'tickets', filing],
      ticket,
    ],
    ['listTickets', () => client.listTickets(), ['GET', 'tickets'], ticketPage],
    ['countTickets', () => client.countTickets(), ['GET', 'counts'], counts],
    ['getTicket', () => client.getTicket(key), ['GET', path], ticket],
    [
      'listMessages',
      () => client.listMessages(key),
      ['GET', `${path}/messages`],
      messagePage,
    ],
    [
      'listEvents',
      () => client.listEvents(key),
      ['GET', `${path}/events`],
      eventPage,
    ],
    [
      'addMessage',
      () => client.addMessage(key, reply),
      ['POST', `${path}/messages`, reply],
      message,
    ],
    [
      'editTicket',
      () => client.editTicket(key, { category: null }),
      ['PATCH', path, { category: null }],
      ticket,
    ],
    [
      'changeStatus',
      () => client.changeStatus(key, 'solved'),
      ['PUT', `${path}/status`, { status: 'solved' }],
      ticket,
    ],
    [
      'takeOver',
      () => client.takeOver(key),
      ['POST', `${path}/take-over`],
      ticket,
    ],
    [
      'handOver',
      () => client.handOver(key, handOver),
      ['PUT', `${path}/assignment`, handOver],
      ticket,
    ],
    [
      'closeTicket',
      () => client.closeTicket(key),
      ['POST', `${path}/close`],
      ticket,
    ],
    [
      'reopenTicket',
      () => client.reopenTicket(key),
      ['POST', `${path}/reopen`],
      ticket,
    ],
  ])(
    '%s sends its request and gives the answer',
    async (_name, call, [method, url, body], answered) => {
      answer(answered);

      await expect(call()).resolves.toEqual(answered);

      expect(received).toHaveLength(1);
      const [request] = received;
      expect([request.method, request.url]).toEqual([method, `${BASE}/${url}`]);
      expect(request.body ? JSON.parse(request.body) : undefined).toEqual(body);
      expect(request.headers.get('Content-Type')).toBe(
        body === undefined ? null : 'application/json',
      );
      expect(request.headers.has('Authorization')).toBe(false);
      expect(request.headers.has('If-Match')).toBe(false);
    },
  );

  it('writes each value of a filter as a parameter of its own', async () => {
    answer(ticketPage);

    await client.listTickets({
      team: ['none', 'group:default/a&b'],
      status: [],
      state: 'open',
      asset: undefined,
      limit: 5,
      cursor: 'a+b/c=',
    });

    const query = new URL(received[0].url).searchParams;
    expect([...query]).toEqual([
      ['team', 'none'],
      ['team', 'group:default/a&b'],
      ['state', 'open'],
      ['limit', '5'],
      ['cursor', 'a+b/c='],
    ]);
  });

  it.each<
    [
      name: string,
      call: () => Promise<unknown>,
      search: string,
      answer: unknown,
    ]
  >([
    [
      'countTickets',
      () => client.countTickets({ light: ['red', 'grey'] }),
      '?light=red&light=grey',
      counts,
    ],
    [
      'listMessages',
      () => client.listMessages('x', { limit: 2, cursor: 'a' }),
      '?limit=2&cursor=a',
      messagePage,
    ],
    [
      'listEvents',
      () => client.listEvents('x', { limit: 2, cursor: 'a' }),
      '?limit=2&cursor=a',
      eventPage,
    ],
  ])('%s sends its query', async (_name, call, search, answered) => {
    answer(answered);

    await call();

    expect(new URL(received[0].url).search).toBe(search);
  });

  it('names the version that the caller saw in If-Match, 0 too', async () => {
    answer(ticket);

    await client.takeOver('x', { version: 7 });
    await client.takeOver('x', { version: 0 });

    expect(received.map(({ headers }) => headers.get('If-Match'))).toEqual([
      '"7"',
      '"0"',
    ]);
  });

  it('sends the token that it is given', async () => {
    answer(ticket);

    await client.getTicket('x', { token: 'secret' });

    expect(received[0].headers.get('Authorization')).toBe('Bearer secret');
  });

  it('ends a request that is aborted', async () => {
    answer(ticket);

    await expect(
      client.getTicket('x', { signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  });

  it('takes the fields of an answer that it does not know away', async () => {
    answer({ ...ticket, secret: 'x' });

    await expect(client.getTicket('x')).resolves.toEqual(ticket);
  });

  it.each([
    [400, 'InputError', 'subject: a subject is required'],
    [403, 'NotAllowedError', 'You may not note this ticket'],
    [404, 'NotFoundError', 'There is no ticket x'],
    [409, 'ConflictError', 'You cannot close this ticket as it stands'],
    [412, 'StaleTicketError', 'The ticket was changed meanwhile'],
    [500, 'InternalServerError', 'unexpected'],
  ])(
    'throws a ResponseError that carries what the desk said with %i',
    async (status, name, text) => {
      const error = { name, message: text };
      answer({ error, response: { statusCode: status } }, status);

      const thrown = await client.closeTicket('x').catch(caught => caught);

      expect(thrown).toBeInstanceOf(ResponseError);
      expect(thrown.statusCode).toBe(status);
      expect(thrown.body.error).toEqual(error);
      expect(thrown.cause).toMatchObject(error);
    },
  );

  it('throws a ResponseError when a proxy answers with a page of its own', async () => {
    answer('<h1>Bad gateway</h1>', 502);

    await expect(client.describeDesk()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 502,
    });
  });

  it.each<[what: string, answer: unknown]>([
    ['a field is missing', { ...ticket, number: undefined }],
    ['a field has the wrong type', { ...ticket, version: '3' }],
    ['a word is none of ours', { ...ticket, light: 'blue' }],
    ['an instant is none', { ...ticket, createdAt: 'yesterday' }],
    ['it is a list', [ticket]],
    ['it is no JSON', 'OK'],
  ])('refuses an answer when %s', async (_what, body) => {
    answer(body);

    await expect(client.getTicket('x')).rejects.toThrow();
  });
});
