import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  type TicketChannel,
  ticketsChannelsExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import chatModule from '../__testUtils__/chatModule';
import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

/** A chat server that refuses as long as it is told to, and keeps what it is sent. */
async function startChat() {
  const received: unknown[] = [];
  let status = 200;
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    if (status === 200) {
      received.push(JSON.parse(Buffer.concat(chunks).toString()));
    }
    response.statusCode = status;
    response.end();
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/hook`,
    answerWith: (next: number) => {
      status = next;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to pass');
}

describe('the channel of the README', () => {
  it('is written there as it is tested here', () => {
    const readme = readFileSync(
      `${__dirname}/../../../tickets-node/README.md`,
      'utf8',
    );
    const module = readFileSync(
      `${__dirname}/../__testUtils__/chatModule.ts`,
      'utf8',
    );
    expect(readme).toContain(module);
  });

  it('tells the chat of new tickets, and of those it refused when an admin says so', async () => {
    const chat = await startChat();
    const knex = await databases.init('SQLITE_3');
    const desk = await startTestDesk({
      knex,
      config: { chat: { webhook: chat.url } },
      features: [chatModule],
    });
    try {
      const file = (subject: string) =>
        desk
          .as('requester')
          .fileTicket({ subject, assets: ['component:default/queue'] });
      const first = await file('First');
      await eventually(async () => chat.received.length === 1);
      expect(chat.received).toEqual([
        {
          id: expect.any(String),
          rooms: ['group:default/support'],
          text: `${first.number} First (filed)`,
        },
      ]);

      chat.answerWith(410);
      const second = await file('Second');
      await eventually(
        async () =>
          (await knex('ticket_outbox').whereNull('due_at')).length === 1,
      );
      chat.answerWith(200);
      const { body } = await desk.http('admin').get('/failed-notifications');
      expect(body.items).toEqual([
        expect.objectContaining({
          channel: 'chat',
          ticket: second.id,
          event: 'filed',
          lastError: 'The chat has no such room',
        }),
      ]);
      await desk
        .http('admin')
        .post(`/failed-notifications/${body.items[0].id}/retry`)
        .expect(204);
      await eventually(async () => chat.received.length === 2);
      expect(chat.received[1]).toMatchObject({
        text: `${second.number} Second (filed)`,
      });
    } finally {
      await desk.stop();
      await chat.stop();
    }
  });
});

describe('a channel that cannot be registered', () => {
  it.each([
    ['the id of another one', 'notifications', 'two channels'],
    ['no id', '', '1 to 64 characters'],
    ['an id too long', 'x'.repeat(65), '1 to 64 characters'],
  ])(
    'because it has %s keeps the desk from starting',
    async (_, id, message) => {
      const channel: TicketChannel = { id, deliver: async () => {} };
      const module = createBackendModule({
        pluginId: 'tickets',
        moduleId: 'wrong',
        register: env =>
          env.registerInit({
            deps: { channels: ticketsChannelsExtensionPoint },
            init: async ({ channels }) => channels.addChannel(channel),
          }),
      });
      const knex = await databases.init('SQLITE_3');
      await expect(startTestDesk({ knex, features: [module] })).rejects.toThrow(
        message,
      );
    },
  );
});
