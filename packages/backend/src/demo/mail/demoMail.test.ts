import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ImapFlow } from 'imapflow';
import { createServer, type AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { demoMailPlugin } from './plugin';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(done => {
    server.close(done);
  });
  return port;
}

const aoife = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { namespace: 'default', name: 'aoife' },
  spec: {
    profile: { displayName: 'Aoife <Byrne>', email: 'aoife@example.com' },
  },
};

describe('the mail of the demo', () => {
  let ports: { inboxPort: number; smtpPort: number; imapPort: number };
  let stop: () => Promise<void>;
  let url: string;

  beforeAll(async () => {
    ports = {
      inboxPort: await freePort(),
      smtpPort: await freePort(),
      imapPort: await freePort(),
    };
    url = `http://localhost:${ports.inboxPort}`;
    const backend = await startTestBackend({
      features: [
        demoMailPlugin,
        mockServices.rootConfig.factory({
          data: {
            demo: {
              mail: { desk: 'desk@example.com', password: 'demo', ...ports },
              groups: [
                {
                  title: 'Payments',
                  people: [{ ref: 'user:default/aoife', name: 'Aoife' }],
                },
              ],
            },
            tickets: { teams: [] },
          },
        }),
        catalogServiceMock.factory({ entities: [aoife] }),
      ],
    });
    stop = () => backend.stop();
    const transport = createTransport({
      host: '127.0.0.1',
      port: ports.smtpPort,
      ignoreTLS: true,
    });
    await transport.sendMail({
      from: 'Desk <desk@example.com>',
      replyTo: 'Desk <desk+secret@example.com>',
      to: 'Aoife@example.com',
      subject: '[T-1] Help',
      messageId: '<ticket.1@example.com>',
      text: 'Which one?',
      html: '<p>Which one?</p><script>alert(1)</script>',
    });
  });

  afterAll(() => stop());

  const page = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, init);
    return { response, text: await response.text() };
  };
  const post = (path: string, fields: Record<string, string>, origin = url) =>
    page(path, {
      method: 'POST',
      headers: { Origin: origin },
      body: new URLSearchParams(fields),
    });

  it('shows people what they got, as text and in a frame without scripts', async () => {
    const people = await page('/');
    expect(people.text).toContain('Aoife &#60;Byrne&#62;');
    expect(people.text).toContain('aria-label="1 unread"');

    const list = await page('/inboxes/aoife%40example.com');
    const [, path] = /href="(\/mails\/\d+)"/.exec(list.text) ?? [];
    const mail = await page(path);
    expect(mail.text).toContain('sandbox="allow-popups');
    expect(mail.text).not.toContain('<script>alert');
    expect(mail.response.headers.get('Content-Security-Policy')).toContain(
      "default-src 'none'",
    );
    expect((await page('/')).text).not.toContain('unread"');
  });

  it('brings what they answer to the mailbox of the desk', async () => {
    const list = await page('/inboxes/aoife%40example.com');
    const [, path] = /href="(\/mails\/\d+)"/.exec(list.text) ?? [];
    const answered = await post(`${path}/answer`, { text: 'The red one.' });
    expect(answered.response.status).toBe(200);
    expect(answered.text).toContain('role="status"');
    await post('/inboxes/aoife%40example.com/new', {
      subject: 'Another thing',
      text: 'It smokes.',
    });

    const imap = new ImapFlow({
      host: '127.0.0.1',
      port: ports.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'desk@example.com', pass: 'demo' },
      logger: false,
    });
    await imap.connect();
    await imap.mailboxOpen('INBOX');
    const mails = await imap.fetchAll('1:*', { source: true, envelope: true });
    await imap.logout();
    expect(mails.map(({ envelope }) => envelope?.subject)).toEqual([
      'Re: [T-1] Help',
      'Another thing',
    ]);
    const [answer] = mails.map(({ source }) => String(source));
    expect(answer).toMatch(/^To: .*<desk\+secret@example\.com>/m);
    expect(answer).toMatch(/^In-Reply-To: <ticket\.1@example\.com>/m);
    expect(answer).toContain('The red one.');
    expect(answer).toContain('> Which one?');
  });

  it('is closed to other sites', async () => {
    const fields = { subject: 'Spam', text: 'Spam' };
    const path = '/inboxes/aoife%40example.com/new';
    const foreign = await post(path, fields, 'https://evil.example');
    expect(foreign.response.status).toBe(403);
    const renamed = await fetch(`http://127.0.0.2:${ports.inboxPort}/`).catch(
      () => undefined,
    );
    expect(renamed).toBeUndefined();
  });

  it('has no page for the mailbox of the desk, nor for what is not there', async () => {
    for (const path of ['/inboxes/desk%40example.com', '/mails/999', '/x']) {
      expect((await page(path)).response.status).toBe(404);
    }
  });
});
