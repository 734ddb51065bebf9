import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { type MailIntake, startMailIntake } from './__testUtils__/mailIntake';
import { mailText, multipart } from './__testUtils__/mailText';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('mails, on %s', id => {
  let knex: Knex;
  let intake: MailIntake;

  beforeAll(async () => {
    knex = await databases.init(id);
    intake = await startMailIntake(knex);
  });

  afterAll(() => intake?.stop());

  it('that report a failure become the fate of a mail, and end further ones', async () => {
    const { desk, imap, inQuarantine, settled, smtp } = intake;
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
    // an admin sends it again, and it comes back again
    const retry = (mail: number, name: string) =>
      desk.request(`/mails/${mail}/retry`, { method: 'POST' }, name);
    const [held] = (await (await desk.request('/mails', {}, 'admin')).json())
      .items;
    expect((await retry(held.id, 'agent')).status).toBe(403);
    expect((await retry(held.id, 'admin')).status).toBe(204);
    expect(await mailOf()).toMatchObject({ state: 'sent', error: null });
    const resent = smtp.received
      .filter(({ to }) => to === 'colleague@example.com')
      .at(-1);
    expect(resent?.parsed.text).toContain('Hello?');
    expect((await retry(held.id, 'admin')).status).toBe(404);
    const { message_id: second } = await mailOf();
    imap.deliver(report('failed', '5.1.1').replace(messageId, second));
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({ state: 'bounced' }),
    );
    // admins see it, and can free the address
    const ask = (path: string, name = 'admin', method = 'GET') =>
      desk.request(path, { method }, name);
    const { items: troubled } = await (await ask('/mails')).json();
    expect(troubled).toMatchObject([
      { ticket, address: 'colleague@example.com', state: 'bounced' },
      { ticket, address: 'colleague@example.com', state: 'bounced' },
    ]);
    const older = await ask(`/mails?before=${troubled[0].id}`);
    expect((await older.json()).items).toEqual(troubled.slice(1));
    expect(await (await ask('/dead-addresses')).json()).toMatchObject({
      items: [
        {
          address: 'colleague@example.com',
          error: '5.1.1 smtp; 550 no such user',
          since: expect.stringMatching(/^\d{4}-/),
        },
      ],
    });
    const free = '/dead-addresses/Colleague%40example.com';
    for (const [path, method] of [
      ['/mails', 'GET'],
      ['/dead-addresses', 'GET'],
      [free, 'DELETE'],
    ]) {
      expect((await ask(path, 'agent', method)).status).toBe(403);
    }
    expect((await ask(free, 'admin', 'DELETE')).status).toBe(204);
    expect((await ask(free, 'admin', 'DELETE')).status).toBe(404);
    await reply('Hello again?');
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({ state: 'sent' }),
    );
    const { message_id: again } = await mailOf();
    imap.deliver(report('failed', '5.1.1').replace(messageId, again));
    await eventually(async () =>
      expect(await mailOf()).toMatchObject({ state: 'bounced' }),
    );
    // who writes is there
    imap.deliver(
      mailText({ From: 'colleague@example.com', 'In-Reply-To': messageId }),
    );
    await eventually(async () =>
      expect(
        (await desk.as('colleague').listMessages(ticket)).items,
      ).toHaveLength(4),
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
});
