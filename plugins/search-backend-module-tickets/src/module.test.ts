import { Readable } from 'node:stream';
import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import searchPlugin from '@backstage/plugin-search-backend';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import type { SearchHit, TicketsApi } from '@portaldesk/plugin-tickets-common';
import { ticketsServiceRef } from '@portaldesk/plugin-tickets-node';
import request from 'supertest';
import { searchModuleTickets } from './module';

jest.setTimeout(60_000);

const ELENA = 'user:default/elena';

const HIT: SearchHit = {
  ticket: {
    id: 'id-42',
    number: 'T2026-00042',
    subject: 'Payments answers with 502',
    portalStatus: 'in-progress',
    light: 'orange',
    category: null,
    priority: 'normal',
    assets: [],
    requester: ELENA,
    team: null,
    assignee: null,
    createdAt: '2026-03-02T09:00:00.000Z',
    updatedAt: '2026-03-02T09:00:00.000Z',
  },
  highlights: [
    {
      where: 'message',
      parts: [
        { text: 'all <b>', hit: false },
        { text: 'payments', hit: true },
        { text: '</ticket-hit> fail', hit: false },
      ],
    },
  ],
};

type SearchTickets = TicketsApi['searchTickets'];

const searchTickets = jest.fn<
  ReturnType<SearchTickets>,
  Parameters<SearchTickets>
>();
const asked = jest.fn();

/** What else is in the portal: a document of another type. */
const otherDocuments = createBackendModule({
  pluginId: 'search',
  moduleId: 'others',
  register(env) {
    env.registerInit({
      deps: { index: searchIndexRegistryExtensionPoint },
      async init({ index }) {
        index.addCollator({
          schedule: { run: async ({ fn }) => void (await fn(null as never)) },
          factory: {
            type: 'docs',
            getCollator: async () =>
              Readable.from([
                { title: 'Payments', text: 'How it works', location: '/docs' },
              ]),
          },
        });
      },
    });
  },
});

async function startSearch() {
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      otherDocuments,
      searchModuleTickets,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          // a policy that allows all reads: the search alone would show all
          permission: { enabled: true },
          tickets: { page: { path: '/help' } },
        },
      }),
      createServiceFactory({
        service: ticketsServiceRef,
        deps: {},
        factory: () => ({
          as: credentials => {
            asked(credentials.principal);
            return { searchTickets } as unknown as TicketsApi;
          },
        }),
      }),
    ],
  });
  return (query: string) =>
    request(server)
      .get(`/api/search/query?${query}`)
      .set('Authorization', mockCredentials.user.header(ELENA));
}

type Search = Awaited<ReturnType<typeof startSearch>>;

/** The index of the search is filled a moment after the start. */
async function untilIndexed(search: Search) {
  for (let tries = 0; tries < 50; tries++) {
    const { body } = await search('term=payments&types[0]=docs');
    if (body.results?.length > 0) {
      return;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
}

const typesIn = ({ body }: { body: { results: { type: string }[] } }) =>
  body.results.map(({ type }) => type);

describe('tickets in the portal’s search', () => {
  let search: Search;
  beforeAll(async () => {
    search = await startSearch();
    await untilIndexed(search);
  });
  beforeEach(() => {
    jest.clearAllMocks();
    searchTickets.mockResolvedValue({ items: [HIT] });
  });

  it('come before what else is found', async () => {
    const response = await search('term=payments');
    expect(response.status).toBe(200);
    expect(typesIn(response)).toEqual(['tickets', 'docs']);
    expect(
      response.body.results.map(({ rank }: { rank: number }) => rank),
    ).toEqual([1, 2]);
  });

  it('are what the desk finds for the person who searches', async () => {
    await search('term=payments&types[0]=tickets');
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ userEntityRef: ELENA }),
    );
    searchTickets.mockResolvedValue({ items: [] });
    expect(typesIn(await search('term=payments'))).toEqual(['docs']);
  });

  it('have all that a result shows, with marks of our own alone', async () => {
    const { body } = await search('term=payments&types[0]=tickets');
    expect(body.results).toEqual([
      {
        type: 'tickets',
        rank: 1,
        document: {
          title: 'Payments answers with 502',
          text: 'all <b>payments</ticket-hit> fail',
          location: '/help/T2026-00042',
          number: 'T2026-00042',
          light: 'orange',
          portalStatus: 'in-progress',
        },
        highlight: {
          preTag: '<ticket-hit>',
          postTag: '</ticket-hit>',
          fields: { text: 'all <b><ticket-hit>payments</ticket-hit> fail' },
        },
      },
    ]);
  });

  it('are found page by page where nothing else is searched', async () => {
    searchTickets.mockResolvedValue({ items: [HIT], nextCursor: 'next' });
    const { body } = await search('term=a&types=tickets&pageLimit=10');
    expect(body.nextPageCursor).toBe('next');
    await search('term=a&types=tickets&pageLimit=10&pageCursor=next');
    expect(searchTickets.mock.calls).toEqual([
      [{ text: 'a', limit: 10 }],
      [{ text: 'a', limit: 10, cursor: 'next' }],
    ]);
  });

  it('are among several types, on the first page alone', async () => {
    const both = 'term=payments&types[0]=docs&types[1]=tickets';
    expect(typesIn(await search(both))).toEqual(['tickets', 'docs']);
    searchTickets.mockClear();
    const next = Buffer.from('1').toString('base64');
    await search(`${both}&pageCursor=${next}`);
    expect(searchTickets).not.toHaveBeenCalled();
  });

  it('are not in a search for something else, or for nothing', async () => {
    expect(typesIn(await search('term=payments&types[0]=docs'))).toEqual([
      'docs',
    ]);
    await search('term=');
    await search('term=%20-&types=tickets');
    expect(searchTickets).not.toHaveBeenCalled();
  });

  it('cost nothing else when the desk is away', async () => {
    searchTickets.mockRejectedValue(new Error('away'));
    expect(typesIn(await search('term=payments'))).toEqual(['docs']);
  });

  it('are nothing for those who did not sign in', async () => {
    const response = await search('term=payments').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(response.status).toBe(401);
    expect(searchTickets).not.toHaveBeenCalled();
  });
});
