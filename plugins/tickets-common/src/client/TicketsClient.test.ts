/** @jest-environment node */
import { ResponseError } from '@backstage/errors';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type {
  Attachment,
  DeskDescription,
  Message,
  Ticket,
  TicketView,
} from '../model';
import { type TicketsApi, operations } from '../contract';
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
  channel: 'portal',
  fields: { order: 7 },
  system: null,
  requester: 'user:default/jane',
  createdBy: 'user:default/jane',
  organisation: null,
  organisationAccess: true,
  assets: [],
  entities: [],
  people: [{ ref: 'user:default/omar', role: 'cc' }],
  team: null,
  assignee: null,
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  endedAt: null,
  postponedUntil: null,
  archivedAt: null,
  rating: null,
  allowedActions: ['reply'],
};

const view: TicketView = {
  id: 'view-1',
  version: 2,
  name: 'Mine',
  owner: 'user:default/jane',
  filter: { state: 'open', assignee: ['user:default/jane'] },
  sort: 'createdAt',
  order: 'asc',
  columns: ['number', 'subject'],
  position: 0,
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  updatedBy: 'user:default/jane',
  issues: [],
};

const attachment: Attachment = {
  id: 'file-1',
  name: 'log.txt',
  mediaType: 'text/plain',
  size: 3,
  sha256: 'ab',
  uploadedBy: 'user:default/jane',
  createdAt: '2026-01-02T03:04:05.000Z',
};

const message: Message = {
  id: '7',
  ticket: 'id-1',
  kind: 'reply',
  side: 'requester',
  author: 'user:default/jane',
  body: 'Hi',
  attachments: [attachment],
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
  slaPolicies: [],
  attachments: {
    maxFileSize: 1,
    maxTicketSize: 2,
    maxFilesPerMessage: 3,
    allowedTypes: ['image/png'],
  },
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
const links = {
  items: [
    {
      type: 'blocks',
      outward: true,
      ticket: {
        id: 'id-2',
        number: 'T2026-00002',
        subject: 'Other',
        portalStatus: 'closed',
        light: 'green',
      },
    },
  ],
};
const absence = {
  person: 'user:default/jane',
  from: '2026-01-02T03:04:05.000Z',
  until: null,
};
const parked = {
  items: [
    {
      id: '4',
      channel: 'email',
      ticket: 'id-1',
      event: 'replied',
      createdAt: '2026-01-02T03:04:05.000Z',
      attempts: 9,
      lastError: 'no route to host',
    },
  ],
};

const server = setupServer();
const received: {
  method: string;
  url: string;
  headers: Headers;
  body: string;
}[] = [];

/** Answers every request with this, or with nothing, and keeps the request. */
function answer(body?: unknown, status = 200) {
  server.use(
    http.all(`${BASE}/*`, async ({ request }) => {
      const { method, url, headers } = request;
      received.push({ method, url, headers, body: await request.text() });
      if (body === undefined) {
        return new HttpResponse(null, { status: 204 });
      }
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
  const other = 'T2026-00002';
  const filing = { subject: 'Help', assets: ['component:default/ledger'] };
  const reply = { kind: 'reply', body: 'Hi' } as const;
  const handOver = { assignee: null, team: 'group:default/support' };
  const person = { ref: 'group:default/a&b', role: 'cc' } as const;
  const personQuery = '?ref=group%3Adefault%2Fa%26b&role=cc';
  const link = { type: 'blocks', ticket: other, outward: false } as const;
  const linkQuery = `?type=blocks&ticket=${other}&outward=false`;

  type Row = [
    name: keyof TicketsApi,
    call: () => Promise<unknown>,
    request: [method: string, url: string, body?: unknown],
    answer?: unknown,
  ];

  const rows: Row[] = [
    ['describeDesk', () => client.describeDesk(), ['GET', 'desk'], desk],
    [
      'fileTicket',
      () => client.fileTicket(filing),
      ['POST', 'tickets', filing],
      ticket,
    ],
    ['listTickets', () => client.listTickets(), ['GET', 'tickets'], ticketPage],
    [
      'countViews',
      () => client.countViews({ views: [{ id: 'a', filter: {} }] }),
      ['POST', 'counts', { views: [{ id: 'a', filter: {} }] }],
      { items: [{ id: 'a', count: 100, capped: true }] },
    ],
    ['getTicket', () => client.getTicket(key), ['GET', path], ticket],
    [
      'getTicket',
      () => client.getTicket(key, { include: 'messages' }),
      ['GET', `${path}?include=messages`],
      { ...ticket, messages: { items: [] } },
    ],
    [
      'editTicket',
      () => client.editTicket(key, { category: null }),
      ['PATCH', path, { category: null }],
      ticket,
    ],
    ['deleteTicket', () => client.deleteTicket(key), ['DELETE', path]],
    [
      'handOver',
      () => client.handOver(key, handOver),
      ['PUT', `${path}/assignment`, handOver],
      ticket,
    ],
    [
      'solveTicket',
      () => client.solveTicket(key),
      ['POST', `${path}/solve`],
      ticket,
    ],
    [
      'removePerson',
      () => client.removePerson(key, person),
      ['DELETE', `${path}/people${personQuery}`],
      ticket,
    ],
    [
      'unlinkTickets',
      () => client.unlinkTickets(key, link),
      ['DELETE', `${path}/links${linkQuery}`],
      links,
    ],
    [
      'applyCannedReply',
      () => client.applyCannedReply(key, 'a/b'),
      ['POST', `${path}/canned-replies/a%2Fb`],
      message,
    ],
    [
      'setAbsence',
      () => client.setAbsence({ person: 'user:default/jane' }),
      ['PUT', 'absences', { person: 'user:default/jane' }],
      absence,
    ],
    [
      'endAbsence',
      () => client.endAbsence({ person: 'user:default/jane' }),
      ['DELETE', 'absences?person=user%3Adefault%2Fjane'],
    ],
    [
      'retryFailedNotification',
      () => client.retryFailedNotification('4'),
      ['POST', 'failed-notifications/4/retry'],
    ],
  ];

  it.each(
    rows.map(
      ([name, call, request, answered]) =>
        [name, call, request, answered] as const,
    ),
  )(
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
      expect(request.headers.has('Idempotency-Key')).toBe(false);
    },
  );

  it('has a method for every operation', () => {
    expect(Object.keys(client)).toEqual(Object.keys(operations));
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['', 'application/octet-stream'],
  ])('uploads a file of type %j as it is', async (type, contentType) => {
    answer(attachment);

    const content = new Blob(['{"a":1}'], { type });
    const uploaded = client.uploadFile({ name: 'a & b.txt', content });

    await expect(uploaded).resolves.toEqual(attachment);
    const [{ method, url, headers, body }] = received;
    expect([method, url]).toEqual(['POST', `${BASE}/files?name=a+%26+b.txt`]);
    expect(headers.get('Content-Type')).toBe(contentType);
    expect(body).toBe('{"a":1}');
  });

  it('downloads a file as it is', async () => {
    answer('bytes');

    const downloaded = await client.downloadFile('file-1');

    expect(received[0].url).toBe(`${BASE}/files/file-1`);
    await expect(downloaded.text()).resolves.toBe('bytes');
  });

  it('gives an export as it comes in', async () => {
    answer('number,subject');

    const exported = await client.exportTickets({
      format: 'csv',
      state: 'open',
      columns: ['number', 'subject'],
    });

    expect(received[0].url).toBe(
      `${BASE}/export?format=csv&state=open&columns=number&columns=subject`,
    );
    await expect(new Response(exported).text()).resolves.toBe('number,subject');
  });

  it.each<[name: string, call: (idempotencyKey: string) => Promise<unknown>]>([
    [
      'fileTicket',
      idempotencyKey => client.fileTicket(filing, { idempotencyKey }),
    ],
    [
      'addMessage',
      idempotencyKey => client.addMessage('x', reply, { idempotencyKey }),
    ],
    [
      'createView',
      idempotencyKey => client.createView({ name: 'A' }, { idempotencyKey }),
    ],
  ])('%s names the key that it is given', async (name, call) => {
    answer({ fileTicket: ticket, addMessage: message, createView: view }[name]);

    await call('key-1');

    expect(received[0].headers.get('Idempotency-Key')).toBe('key-1');
  });

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
    [
      'listFailedNotifications',
      () => client.listFailedNotifications({ limit: 2, cursor: 'a' }),
      '?limit=2&cursor=a',
      parked,
    ],
    [
      'unlinkTickets',
      () => client.unlinkTickets('x', { type: 'blocks', ticket: other }),
      `?type=blocks&ticket=${other}`,
      links,
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

    await client.getTicket('x', {}, { token: 'secret' });

    expect(received[0].headers.get('Authorization')).toBe('Bearer secret');
  });

  it('ends a request that is aborted', async () => {
    answer(ticket);

    await expect(
      client.getTicket('x', {}, { signal: AbortSignal.abort() }),
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
    [409, 'ConflictError', 'You cannot close this ticket in its present state'],
    [412, 'StaleTicketError', 'The ticket was changed since you loaded it'],
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
    ['an instant is none', { ...ticket, createdAt: 'yesterday' }],
    ['it is a list', [ticket]],
    ['it is no JSON', 'OK'],
  ])('refuses an answer when %s', async (_what, body) => {
    answer(body);

    await expect(client.getTicket('x')).rejects.toThrow();
  });
});
