import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { mailboxesRead } from './__testUtils__/conversation';
import { eventually } from './__testUtils__/eventually';
import { type ImapServer, startImapServer } from './__testUtils__/imapServer';
import { startMailDesk } from './__testUtils__/mailDesk';
import { type MailServer, startMailServer } from './__testUtils__/mailServer';
import { mailText, multipart } from './__testUtils__/mailText';
import { signatureOf } from './incoming/http/signature';

jest.setTimeout(120_000);

const databases = testDatabases();
const SECRET = 'a secret that only the gateway knows';

describe.each(databases.ids)('mails that come, on %s', id => {
  let knex: Knex;
  let smtp: MailServer;
  let imap: ImapServer;
  let desk: Awaited<ReturnType<typeof startMailDesk>>;
  let other: Awaited<ReturnType<typeof startMailDesk>>;

  beforeAll(async () => {
    smtp = await startMailServer();
    imap = await startImapServer();
    knex = await databases.init(id);
    imap.deliver(mailText({ Subject: 'Before the desk' }));
    const email = {
      transportConfig: smtp.transportConfig,
      sender: 'Service Desk <desk@example.com>',
      incoming: {
        maxSize: 1,
        mailboxes: [
          { id: 'support', ...imap.settings, moveTo: 'Taken' },
          { id: 'second', ...imap.settings, folder: 'Second' },
          { id: 'gateway', type: 'http', secret: SECRET },
        ],
      },
    };
    const tickets = { defaultTeam: 'group:default/support' };
    desk = await startMailDesk(knex, email, tickets);
    other = await startMailDesk(knex, email, tickets);
    await imap.connected(2);
    await mailboxesRead(knex, 2);
  });

  afterAll(async () => {
    await desk?.stop();
    await other?.stop();
    await imap?.stop();
    await smtp?.stop();
  });

  const send = (
    mail: string,
    {
      signature,
      mailbox = 'gateway',
    }: { signature?: string; mailbox?: string } = {},
  ) =>
    desk.request(`/incoming/${mailbox}`, {
      method: 'POST',
      body: mail,
      headers: {
        'Content-Type': 'message/rfc822',
        'X-Portaldesk-Signature':
          signature ?? signatureOf(Buffer.from(mail), SECRET, new Date()),
      },
    });

  const subjects = () => knex('tickets').orderBy('created_at').pluck('subject');

  const quarantine = async () =>
    (await (await desk.request('/quarantine', {}, 'admin')).json()).items as {
      id: number;
      reason: string;
      subject: string;
    }[];

  /** The mail with this subject, when it is in quarantine. */
  async function inQuarantine(subject: string) {
    const find = async () =>
      (await quarantine()).find(mail => mail.subject === subject);
    await eventually(async () => expect(await find()).toBeDefined());
    return (await find())!;
  }

  const settled = () =>
    eventually(async () =>
      expect(
        await knex('ticket_incoming_mails').where({ state: 'received' }),
      ).toEqual([]),
    );

  it('have one effect, from however many mailboxes, ways and backends', async () => {
    const mail = mailText({ Subject: 'Ten times' });
    for (let time = 0; time < 3; time += 1) {
      imap.deliver(`Received: by relay-${time}\r\n${mail}`);
      imap.deliver(mail, 'Second');
      expect(
        (await send(`X-Way: ${time}\n${mail.replaceAll('\r\n', '\n')}`)).status,
      ).toBe(202);
    }
    await eventually(() =>
      expect(imap.folder('Taken').messages).toHaveLength(3),
    );
    await settled();
    // whoever uses a Message-ID again is heard
    const again = /Message-ID: (.*)/.exec(mail)?.[1];
    imap.deliver(mailText({ Subject: 'Same id', 'Message-ID': again }));
    await eventually(async () =>
      expect(await subjects()).toEqual(['Ten times', 'Same id']),
    );
    // nobody asked for what was there before
    expect(imap.folder('INBOX').messages).toHaveLength(1);
  });

  it('survive a server that ends connections, and a mailbox made anew', async () => {
    imap.cut();
    imap.deliver(mailText({ Subject: 'After the cut' }), 'Second');
    await eventually(async () =>
      expect(await subjects()).toContain('After the cut'),
    );
    const before = await subjects();
    imap.folder('Second').uidvalidity += 1;
    imap.deliver(mailText({ Subject: 'Made anew' }), 'Second');
    await eventually(async () =>
      expect(await subjects()).toEqual([...before, 'Made anew']),
    );
  });

  it('by the gateway are signed', async () => {
    const mail = mailText({ Subject: 'Unsigned' });
    const body = Buffer.from(mail);
    const old = new Date(Date.now() - 400_000);
    for (const options of [
      { signature: '' },
      { signature: signatureOf(body, `${SECRET}!`, new Date()) },
      { signature: signatureOf(Buffer.from('x'), SECRET, new Date()) },
      { signature: signatureOf(body, SECRET, old) },
      { mailbox: 'support' },
      { mailbox: 'nowhere' },
    ]) {
      expect((await send(mail, options)).status).toBe(401);
    }
    const large = `${mail}${'x'.repeat(1_100_000)}`;
    expect((await send(large)).status).toBe(413);
    // what nobody signed is not even read
    expect((await send(large, { signature: '' })).status).toBe(401);
    expect((await send(large, { mailbox: 'nowhere' })).status).toBe(401);
    expect(
      await knex('ticket_incoming_mails').where({ subject: 'Unsigned' }),
    ).toEqual([]);
  });

  it('that are refused wait for an admin, who releases or deletes them', async () => {
    const stranger = 'Somebody <somebody@elsewhere.example>';
    imap.deliver(mailText({ From: stranger, Subject: 'Stranger' }));
    imap.deliver(mailText({ From: stranger, Subject: 'Spam' }));
    imap.deliver(
      mailText({
        Subject: 'Away',
        'Auto-Submitted': 'auto-replied (vacation)',
      }),
    );
    imap.deliver(
      mailText({
        Subject: 'Two',
        From: 'requester@example.com, agent@example.com',
      }),
    );
    imap.deliver(mailText({ Subject: 'Large' }, 'x'.repeat(1_100_000)));
    const mail = await inQuarantine('Stranger');
    expect(mail).toMatchObject({
      reason: 'unknown-sender',
      sender: 'somebody@elsewhere.example',
      mailbox: 'support',
    });
    const away = await inQuarantine('Away');
    expect(away.reason).toBe('automatic');
    expect((await inQuarantine('Two')).reason).toBe('unclear-sender');
    const large = await inQuarantine('Large');
    expect(large.reason).toBe('too-large');

    const path = `/quarantine/${mail.id}`;
    const original = await desk.request(`${path}/original`, {}, 'admin');
    expect(await original.text()).toContain('Subject: Stranger');
    expect(original.headers.get('content-disposition')).toContain('attachment');
    for (const [method, at] of [
      ['GET', '/quarantine'],
      ['GET', `${path}/original`],
      ['POST', `${path}/release`],
      ['DELETE', path],
    ]) {
      const response = await desk.request(at, { method }, 'agent');
      expect([method, at, response.status]).toEqual([method, at, 403]);
    }
    const release = (number: number, body: object) =>
      desk.request(
        `/quarantine/${number}/release`,
        { method: 'POST', body: JSON.stringify(body) },
        'admin',
      );
    expect((await release(mail.id, { as: 'somebody' })).status).toBe(400);
    expect(
      (await release(mail.id, { as: 'user:default/colleague' })).status,
    ).toBe(202);
    expect((await release(away.id, {})).status).toBe(202);
    // nobody has all of it
    expect((await release(large.id, {})).status).toBe(404);
    await eventually(async () => {
      const { items } = await desk
        .as('admin')
        .listTickets({ text: 'Stranger' });
      expect(items.map(it => it.requester)).toEqual(['user:default/colleague']);
      expect(await subjects()).toContain('Away');
    });
    expect((await release(mail.id, {})).status).toBe(404);

    const spam = await inQuarantine('Spam');
    expect(
      (
        await desk.request(
          `/quarantine/${spam.id}`,
          { method: 'DELETE' },
          'admin',
        )
      ).status,
    ).toBe(204);
    expect((await quarantine()).map(it => it.subject)).not.toContain('Spam');
    expect(
      await knex('ticket_incoming_originals').where({ mail_id: spam.id }),
    ).toEqual([]);
  });

  it('that report a failure become the fate of a mail, and end further ones', async () => {
    const { id: ticket } = await desk
      .as('colleague')
      .fileTicket({ subject: 'Bounces', message: 'First' });
    const mailOf = () =>
      knex('ticket_mails')
        .where({ ticket_id: ticket, address: 'colleague@example.com' })
        .orderBy('id', 'desc')
        .first('state', 'error', 'message_id');
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({ state: 'sent' }),
    );
    const { message_id: messageId } = await mailOf();
    const report = (action: string, status: string) =>
      mailText(
        {
          From: 'MAILER-DAEMON@relay.example.com',
          Subject: 'Undelivered Mail Returned to Sender',
          'Content-Type':
            'multipart/report; report-type=delivery-status; boundary=b',
        },
        multipart(
          'b',
          [['Content-Type: text/plain'], 'I am sorry.'],
          [
            ['Content-Type: message/delivery-status'],
            `Reporting-MTA: dns; relay\n\nFinal-Recipient: rfc822; colleague@example.com\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 no such user`,
          ],
          [
            ['Content-Type: text/rfc822-headers'],
            `Message-ID: ${messageId}\nSubject: x`,
          ],
        ),
      );
    imap.deliver(report('delayed', '4.4.1'));
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({ state: 'delayed' }),
    );
    imap.deliver(report('failed', '5.1.1'));
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({
        state: 'bounced',
        error: '5.1.1 smtp; 550 no such user',
      }),
    );
    const reply = (body: string) =>
      desk.as('agent').addMessage(ticket, { kind: 'reply', body });
    await reply('Hello?');
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({
        state: 'refused',
        error: expect.stringContaining('5.1.1'),
      }),
    );
    // who writes is there
    imap.deliver(
      mailText({ From: 'colleague@example.com', 'In-Reply-To': messageId }),
    );
    await eventually(async () =>
      expect(
        (await desk.as('colleague').listMessages(ticket)).items,
      ).toHaveLength(3),
    );
    await settled();
    await reply('Good to see you');
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({ state: 'sent' }),
    );
    // one that is about no mail of the desk
    imap.deliver(
      report('failed', '5.1.1').replace(messageId, '<other@example.com>'),
    );
    expect(
      (await inQuarantine('Undelivered Mail Returned to Sender')).reason,
    ).toBe('unmatched-report');
  });

  it('of a responder that does not say what it is come to an end', async () => {
    for (let number = 1; number <= 12; number += 1) {
      imap.deliver(
        mailText({ From: 'watcher@example.com', Subject: `Away ${number}` }),
      );
    }
    await inQuarantine('Away 12');
    expect(
      (await subjects()).filter(subject => /^Away \d/.test(subject)),
    ).toHaveLength(10);
    expect((await inQuarantine('Away 11')).reason).toBe('too-many');
  });
});
