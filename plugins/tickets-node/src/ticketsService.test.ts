import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { type TicketsService, ticketsServiceRef } from './ticketsService';

const jane = mockCredentials.user('user:default/jane');
const omar = mockCredentials.user('user:default/omar');

const ticket: Ticket = {
  id: 'id-1',
  number: 'T2026-00001',
  version: 1,
  subject: 'Help',
  portalStatus: 'in-progress',
  light: 'orange',
  category: null,
  priority: 'normal',
  visibility: 'public',
  channel: 'portal',
  fields: {},
  system: null,
  requester: 'user:default/jane',
  createdBy: 'user:default/jane',
  organisation: null,
  organisationAccess: true,
  assets: [],
  entities: [],
  people: [],
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

interface ReceivedRequest {
  method?: string;
  url?: string;
  authorization?: string;
  ifMatch?: string;
}

const started: Server[] = [];

/** A desk somewhere else: answers everything alike, and keeps what it was asked. */
async function startRemoteDesk(answer: unknown, status = 200) {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    requests.push({
      method,
      url,
      authorization: headers.authorization,
      ifMatch: headers['if-match'],
    });
    response.statusCode = status;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  started.push(server);
  return { requests, baseUrl: `http://127.0.0.1:${port}/api/tickets` };
}

afterEach(async () => {
  for (const server of started.splice(0)) {
    await new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
});

/** What a plugin with this id gets that depends on the desk. */
async function serviceOf(pluginId: string, baseUrl: string) {
  let service: TicketsService | undefined;
  const plugin = createBackendPlugin({
    pluginId,
    register: env =>
      env.registerInit({
        deps: { tickets: ticketsServiceRef },
        init: async ({ tickets }) => {
          service = tickets;
        },
      }),
  });
  const discovery = createServiceFactory({
    service: coreServices.discovery,
    deps: {},
    factory: () => ({
      getBaseUrl: async (id: string) =>
        id === 'tickets' ? baseUrl : 'http://127.0.0.1:9/wrong',
      getExternalBaseUrl: async () => 'http://127.0.0.1:9/wrong',
    }),
  });
  const backend = await startTestBackend({
    features: [plugin, discovery],
  });
  await backend.stop();
  if (!service) {
    throw new Error(`the plugin ${pluginId} was not started`);
  }
  return service;
}

describe('ticketsServiceRef', () => {
  it('brings its own factory, which calls the desk as the owner of the credentials', async () => {
    const remote = await startRemoteDesk(ticket);
    const tickets = await serviceOf('billing', remote.baseUrl);

    await expect(tickets.as(jane).getTicket('T2026-00001')).resolves.toEqual(
      ticket,
    );
    await tickets.as(omar).takeOver('id-1', { version: 4 });

    expect(remote.requests).toEqual([
      {
        method: 'GET',
        url: '/api/tickets/tickets/T2026-00001',
        authorization: mockCredentials.service.header({
          onBehalfOf: jane,
          targetPluginId: 'tickets',
        }),
        ifMatch: undefined,
      },
      {
        method: 'POST',
        url: '/api/tickets/tickets/id-1/take-over',
        authorization: mockCredentials.service.header({
          onBehalfOf: omar,
          targetPluginId: 'tickets',
        }),
        ifMatch: '"4"',
      },
    ]);
  });

  it('never sends a token of the plugin itself, nor one that it was handed', async () => {
    const remote = await startRemoteDesk(ticket);
    const tickets = await serviceOf('billing', remote.baseUrl);

    await tickets.as(jane).getTicket('id-1', {}, { token: 'smuggled' });

    expect(remote.requests.map(({ authorization }) => authorization)).toEqual([
      mockCredentials.service.header({
        onBehalfOf: jane,
        targetPluginId: 'tickets',
      }),
    ]);
  });

  it('says what the desk said when it refuses', async () => {
    const error = { name: 'NotFoundError', message: 'There is no ticket x' };
    const { baseUrl } = await startRemoteDesk(
      { error, response: { statusCode: 404 } },
      404,
    );
    const tickets = await serviceOf('billing', baseUrl);

    await expect(tickets.as(jane).getTicket('x')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      body: { error },
    });
  });
});
