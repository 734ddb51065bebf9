import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '../../__testUtils__/eventually';
import { startImapServer } from '../../__testUtils__/imapServer';
import { mailText } from '../../__testUtils__/mailText';
import { AccessTokens } from './AccessTokens';
import { Collector } from './Collector';

/** A server that gives tokens; each that it gave, and what it was asked. */
async function startTokenServer(...tokens: string[]) {
  const asked: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    asked.push(Object.fromEntries(new URLSearchParams(body)));
    const token = tokens.shift();
    response.statusCode = token === undefined ? 400 : 200;
    response.end(JSON.stringify({ access_token: token, expires_in: 3600 }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    settings: {
      tokenUrl: `http://127.0.0.1:${port}/token`,
      clientId: 'portal',
      clientSecret: 'client secret',
      scope: 'mail',
    },
    stop: () => server.close(),
  };
}

it('uses a token until shortly before its end', async () => {
  const server = await startTokenServer('one', 'two');
  let now = new Date('2026-12-01T08:00:00Z');
  const tokens = new AccessTokens(
    { ...server.settings, refreshToken: 'refresh' },
    () => now,
  );
  expect([await tokens.get(), await tokens.get()]).toEqual(['one', 'one']);
  now = new Date('2026-12-01T08:59:30Z');
  expect(await tokens.get()).toBe('two');
  tokens.forget();
  await expect(tokens.get()).rejects.toThrow('answered with 400');
  expect(server.asked[0]).toEqual({
    client_id: 'portal',
    client_secret: 'client secret',
    grant_type: 'refresh_token',
    refresh_token: 'refresh',
    scope: 'mail',
  });
  server.stop();
});

it('a mailbox is read with a token, and with a fresh one where that is old', async () => {
  const imap = await startImapServer();
  const server = await startTokenServer('old-token', 'fresh-token');
  const stop = new AbortController();
  const receive = jest.fn(async () => ({ known: false }));
  const { password, ...settings } = imap.settings;
  imap.deliver(mailText({ Subject: 'By token' }));
  const running = new Collector({
    mailbox: {
      rules: [],
      ...settings,
      id: 'support',
      oauth2: server.settings,
      folder: 'INBOX',
      begin: 'all',
    },
    maxSize: 1_000_000,
    store: { receive },
    progress: {
      progressOf: async () => undefined,
      beginMailbox: async () => {},
      skipTo: async () => {},
    },
    leases: { hold: async () => true, release: async () => {} },
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
    received: () => {},
    signal: stop.signal,
  }).run();
  await eventually(() => expect(receive).toHaveBeenCalled());
  expect(server.asked.map(it => it.grant_type)).toEqual([
    'client_credentials',
    'client_credentials',
  ]);
  stop.abort();
  await running;
  await imap.stop();
  server.stop();
});
