/** @jest-environment node */
import { ResponseError } from '@backstage/errors';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type {
  Attachment,
  DeskDescription,
  Message,
  ReportFigures,
  Ticket,
  TicketView,
} from '../model';
import { ticketSummarySchema } from '../model/search';
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

const period = {
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-02-01T00:00:00.000Z',
};
const periodQuery = new URLSearchParams(period).toString();

const figures: ReportFigures = {
  created: 3,
  ended: 2,
  reopened: 0,
  backlog: 1,
  firstResponse: { count: 1, medianMinutes: 7.5, p90Minutes: 7.5 },
  resolution: { count: 0, medianMinutes: null, p90Minutes: null },
  responseTarget: { met: 1, missed: 0 },
  resolutionTarget: { met: 0, missed: 0 },
  rating: { count: 1, average: 4, stars: [0, 0, 0, 1, 0] },
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
const cannedReplies = {
  items: [
    {
      id: 'hello',
      title: 'Hello',
      kind: 'reply',
      body: 'Hello Jane',
      set: { status: 'waiting', addTags: [] },
    },
  ],
};
const bulkResults = {
  items: [
    { ticket: 'a', status: 200, version: 4 },
    {
      ticket: 'b',
      status: 403,
      error: { name: 'NotAllowedError', message: 'no' },
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
      occasion: 'replied',
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
  const later = '2026-05-05T08:00:00Z';
  const filing = { subject: 'Help', assets: ['component:default/ledger'] };
  const reply = { kind: 'reply', body: 'Hi' } as const;
  const handOver = { assignee: null, team: 'group:default/support' };
  const person = { ref: 'group:default/a&b', role: 'cc' } as const;
  const personQuery = '?ref=group%3Adefault%2Fa%26b&role=cc';
  const link = { type: 'blocks', ticket: other, outward: false } as const;
  const linkQuery = `?type=blocks&ticket=${other}&outward=false`;
  const bulk = {
    tickets: ['a', 'b'],
    change: { type: 'close', tell: false },
  } as const;

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
    ['countTickets', () => client.countTickets(), ['GET', 'counts'], counts],
    [
      'countViews',
      () => client.countViews({ views: [{ id: 'a', filter: {} }] }),
      ['POST', 'counts', { views: [{ id: 'a', filter: {} }] }],
      { items: [{ id: 'a', count: 100, capped: true }] },
    ],
    ['getTicket', () => client.getTicket(key), ['GET', path], ticket],
    [
      'getTicketWithMessages',
      () => client.getTicketWithMessages(key),
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
    ['markRead', () => client.markRead(key), ['POST', `${path}/read`], ticket],
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
      'listStages',
      () => client.listStages(key),
      ['GET', `${path}/stages`],
      {
        items: [
          {
            portalStatus: 'in-progress',
            light: 'orange',
            since: '2026-01-02T03:04:05.000Z',
            until: null,
          },
        ],
      },
    ],
    [
      'addMessage',
      () => client.addMessage(key, reply),
      ['POST', `${path}/messages`, reply],
      message,
    ],
    [
      'discardFile',
      () => client.discardFile('../x'),
      ['DELETE', 'files/..%2Fx'],
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
      'changeStatus',
      () => client.changeStatus(key, { status: 'solved', tell: false }),
      ['PUT', `${path}/status`, { status: 'solved', tell: false }],
      ticket,
    ],
    [
      'postponeTicket',
      () => client.postponeTicket(key, { until: later }),
      ['POST', `${path}/postpone`, { until: later }],
      ticket,
    ],
    [
      'solveTicket',
      () => client.solveTicket(key),
      ['POST', `${path}/solve`],
      ticket,
    ],
    [
      'closeTicket',
      () => client.closeTicket(key, { tell: true }),
      ['POST', `${path}/close`, { tell: true }],
      ticket,
    ],
    [
      'reopenTicket',
      () => client.reopenTicket(key),
      ['POST', `${path}/reopen`],
      ticket,
    ],
    [
      'archiveTicket',
      () => client.archiveTicket(key),
      ['POST', `${path}/archive`],
      ticket,
    ],
    [
      'reactivateTicket',
      () => client.reactivateTicket(key),
      ['POST', `${path}/reactivate`],
      ticket,
    ],
    [
      'rateTicket',
      () => client.rateTicket(key, { stars: 5 }),
      ['PUT', `${path}/rating`, { stars: 5 }],
      ticket,
    ],
    [
      'addPerson',
      () => client.addPerson(key, person),
      ['PUT', `${path}/people`, person],
      ticket,
    ],
    [
      'removePerson',
      () => client.removePerson(key, person),
      ['DELETE', `${path}/people${personQuery}`],
      ticket,
    ],
    [
      'setOrganisationAccess',
      () => client.setOrganisationAccess(key, { granted: false }),
      ['PUT', `${path}/organisation-access`, { granted: false }],
      ticket,
    ],
    ['listLinks', () => client.listLinks(key), ['GET', `${path}/links`], links],
    [
      'linkTickets',
      () => client.linkTickets(key, link),
      ['POST', `${path}/links`, link],
      links,
    ],
    [
      'unlinkTickets',
      () => client.unlinkTickets(key, link),
      ['DELETE', `${path}/links${linkQuery}`],
      links,
    ],
    [
      'mergeTicket',
      () => client.mergeTicket(key, { into: other }),
      ['POST', `${path}/merge`, { into: other }],
      ticket,
    ],
    [
      'splitTicket',
      () => client.splitTicket(key, { message: '7', subject: 'New' }),
      ['POST', `${path}/split`, { message: '7', subject: 'New' }],
      ticket,
    ],
    [
      'createWorkOrder',
      () => client.createWorkOrder(key),
      ['POST', `${path}/work-orders`],
      ticket,
    ],
    [
      'listCannedReplies',
      () => client.listCannedReplies(key),
      ['GET', `${path}/canned-replies`],
      cannedReplies,
    ],
    [
      'applyCannedReply',
      () => client.applyCannedReply(key, 'a/b'),
      ['POST', `${path}/canned-replies/a%2Fb`],
      message,
    ],
    [
      'changeTickets',
      () => client.changeTickets({ ...bulk, tickets: [...bulk.tickets] }),
      ['POST', 'bulk', bulk],
      bulkResults,
    ],
    [
      'listAbsences',
      () => client.listAbsences(),
      ['GET', 'absences'],
      { items: [absence] },
    ],
    [
      'setAbsence',
      () => client.setAbsence({ person: 'user:default/jane' }),
      ['PUT', 'absences', { person: 'user:default/jane' }],
      absence,
    ],
    [
      'endAbsence',
      () => client.endAbsence('user:default/jane'),
      ['DELETE', 'absences/user%3Adefault%2Fjane'],
    ],
    [
      'searchTickets',
      () => client.searchTickets({ text: 'led -slow', state: 'open' }),
      ['GET', 'search?text=led+-slow&state=open'],
      {
        items: [
          {
            ticket: ticketSummarySchema.parse(ticket),
            highlights: [
              { where: 'subject', parts: [{ text: 'Led', hit: true }] },
            ],
          },
        ],
        nextCursor: 'next',
      },
    ],
    [
      'similarTickets',
      () => client.similarTickets({ subject: 'The ledger', limit: 3 }),
      ['GET', 'similar?subject=The+ledger&limit=3'],
      {
        items: [
          {
            id: 'id',
            number: 'T1',
            subject: 'Ledger',
            portalStatus: 'closed',
            light: 'green',
            createdAt: '2026-01-01T00:00:00.000Z',
            endedAt: null,
          },
        ],
      },
    ],
    [
      'getReportSummary',
      () => client.getReportSummary({ ...period, team: ['none'] }),
      ['GET', `reports/summary?${periodQuery}&team=none`],
      { ...period, figures },
    ],
    [
      'getReportGroups',
      () => client.getReportGroups({ ...period, groupBy: 'asset' }),
      ['GET', `reports/groups?${periodQuery}&groupBy=asset`],
      {
        ...period,
        groupBy: 'asset',
        items: [{ key: null, figures }],
        rest: figures,
      },
    ],
    [
      'getReportTrend',
      () => client.getReportTrend({ ...period, interval: 'week' }),
      ['GET', `reports/trend?${periodQuery}&interval=week`],
      { timeZone: 'UTC', items: [{ ...period, figures }] },
    ],
    [
      'listViews',
      () => client.listViews({ owner: 'group:default/support' }),
      ['GET', 'views?owner=group%3Adefault%2Fsupport'],
      { items: [view] },
    ],
    [
      'createView',
      () => client.createView({ name: 'Mine' }),
      ['POST', 'views', { name: 'Mine' }],
      view,
    ],
    [
      'getView',
      () => client.getView('view/1'),
      ['GET', 'views/view%2F1'],
      view,
    ],
    [
      'editView',
      () => client.editView('view-1', { columns: null }),
      ['PATCH', 'views/view-1', { columns: null }],
      view,
    ],
    [
      'deleteView',
      () => client.deleteView('view-1'),
      ['DELETE', 'views/view-1'],
    ],
    [
      'listParkedNotices',
      () => client.listParkedNotices(),
      ['GET', 'parked-notices'],
      parked,
    ],
    [
      'retryParkedNotice',
      () => client.retryParkedNotice('4'),
      ['POST', 'parked-notices/4/retry'],
    ],
    [
      'discardParkedNotice',
      () => client.discardParkedNotice('4'),
      ['DELETE', 'parked-notices/4'],
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

  it('has all of its methods in this table, but for those of bytes', () => {
    expect(Object.keys(client).sort()).toEqual(
      [
        ...rows.map(([name]) => name),
        'uploadFile',
        'downloadFile',
        'exportTickets',
      ].sort(),
    );
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
      'listParkedNotices',
      () => client.listParkedNotices({ limit: 2, cursor: 'a' }),
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
