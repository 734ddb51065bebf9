import { simpleParser } from 'mailparser';
import { testDatabases } from '../__testUtils__/databases';
import {
  mailChannel,
  recipient,
  replied,
  written,
} from '../__testUtils__/mailChannel';
import { type MailServer, startMailServer } from '../__testUtils__/mailServer';
import { messageIdOf } from './threading';

jest.setTimeout(60_000);

const databases = testDatabases();

it('nobody but its recipient knows the identifier of a mail', () => {
  const mail = { ticketId: 't', notificationId: 'n', address: 'a@x.example' };
  const ids = [1, 2].map(fill =>
    messageIdOf(mail, 'x.example', Buffer.alloc(32, fill)),
  );
  expect(new Set(ids).size).toBe(2);
});

describe('a mail', () => {
  let server: MailServer;
  const stops: (() => unknown)[] = [];

  beforeEach(async () => {
    server = await startMailServer();
    stops.push(server.stop);
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) {
      await stop();
    }
  });

  async function send(
    notification: Parameters<typeof replied>[0] = {},
    message = written(),
    email?: object,
    otherConfig?: object,
  ) {
    const channel = await mailChannel(
      await databases.init('SQLITE_3'),
      server,
      email,
      otherConfig,
    );
    stops.push(channel.stop);
    await channel.deliver(
      replied({ recipients: [recipient('requester')], ...notification }),
      message,
    );
    const { raw } = server.received.at(-1)!;
    return { raw, parsed: await simpleParser(raw) };
  }

  it('holds its thread, and asks machines for silence', async () => {
    const { parsed, raw } = await send();
    expect(parsed.subject).toBe('[T-1] Help');
    expect(parsed.inReplyTo).toBe('<ticket.ticket-1@example.com>');
    expect(parsed.references).toBe('<ticket.ticket-1@example.com>');
    expect(parsed.messageId).toMatch(
      /^<ticket\.ticket-1\.notification-1\.[0-9a-f]{32}@example\.com>$/,
    );
    expect(parsed.date).toEqual(new Date('2026-12-01T08:00:00Z'));
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect(raw).toMatch(/^List-I[dD]: <tickets\.example\.com>\r$/m);
    expect(raw).not.toMatch(/^(X-)?(Priority|Importance):/m);
    expect(parsed.from?.text).toBe('"Service Desk" <desk@example.com>');
  });

  it('says what happened, by whom, what was written, where and why', async () => {
    const { parsed } = await send(
      {},
      written({ files: [{ name: 'log.txt', size: 12_345 }] }),
    );
    for (const part of [parsed.text, parsed.html]) {
      expect(part).toContain('There is a new reply to your ticket.');
      expect(part).toContain('By: The agent');
      expect(part).toContain('https://portal.example.com/tickets/T-1');
      expect(part).toContain('because the ticket is for you');
      expect(part).toContain('log.txt (12 kB)');
    }
    expect(parsed.text).toContain('Try **again**, please.');
    expect(parsed.html).toContain('Try <strong>again</strong>, please.');
  });

  it('shows neither HTML of its author nor pictures nor links that run', async () => {
    const { parsed } = await send(
      { ticket: { id: 't', number: 'T-1', subject: '<script>1</script>' } },
      written({
        body: '<script>alert(1)</script> ![chart](https://spy.example.com/a.png) [x](javascript:alert(1))',
      }),
    );
    expect(parsed.html).not.toMatch(/<script|<img|href="javascript/i);
    expect(parsed.html).toContain('<a href="https://spy.example.com/a.png">');
  });

  it('has umlauts, and subjects with line breaks or of any length', async () => {
    const long = 'Ü'.repeat(300);
    const first = await send({
      ticket: { id: 't', number: 'T-1', subject: long },
    });
    expect(first.parsed.subject).toBe(`[T-1] ${long}`);
    const second = await send(
      {
        ticket: {
          id: 't',
          number: 'T-1',
          subject: 'Help\r\nBcc: victim@example.com\r\n\r\nGrüße',
        },
      },
      written({ body: 'Schöne Grüße' }),
    );
    expect(second.parsed.subject).toBe(
      '[T-1] Help Bcc: victim@example.com Grüße',
    );
    expect(second.parsed.bcc).toBeUndefined();
    expect(second.parsed.text).toContain('Schöne Grüße');
    expect(server.received.map(({ to }) => to)).toEqual([
      'requester@example.com',
      'requester@example.com',
    ]);
  });

  it('is urgent when a deadline is missed', async () => {
    const { raw, parsed } = await send({
      event: 'sla-breach',
      deadline: {
        type: 'response',
        dueAt: new Date('2026-12-01T07:00:00Z'),
      },
    });
    expect(raw).toMatch(/^Importance: high\r$/im);
    expect(parsed.text).toContain('The first reply is late.');
    expect(parsed.text).toContain('Dec 1, 2026');
  });

  it.each([
    [{ content: 'full' }, { permission: { enabled: true } }, true],
    [{ content: 'link' }, {}, false],
    [{}, {}, true],
    [{}, { permission: { enabled: true } }, false],
  ])(
    'with %j in a portal with %j contains what was written: %s',
    async (email, portal, contains) => {
      const { raw } = await send(
        {},
        written({ body: 'Secret' }),
        email,
        portal,
      );
      expect(raw.includes('Secret')).toBe(contains);
      expect(raw).toContain('/tickets/T-1');
    },
  );

  it('is in German where that is chosen', async () => {
    const { parsed } = await send({}, written(), { language: 'de' });
    expect(parsed.text).toContain('Es gibt eine neue Antwort auf Ihr Ticket.');
    expect(parsed.html).toContain('lang="de"');
  });
});
