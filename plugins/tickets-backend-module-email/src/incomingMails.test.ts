import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import {
  GATEWAY_SECRET,
  type MailIntake,
  startMailIntake,
} from './__testUtils__/mailIntake';
import { mailText } from './__testUtils__/mailText';
import { signatureOf } from './incoming/http/signature';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.ids)('mails that come, on %s', id => {
  let knex: Knex;
  let intake: MailIntake;

  beforeAll(async () => {
    knex = await databases.init(id);
    intake = await startMailIntake(knex);
  });

  afterAll(() => intake?.stop());

  it('have one effect, from however many mailboxes, ways and backends', async () => {
    const { imap, send, settled, subjects } = intake;
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
    const { imap, subjects } = intake;
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
    const { send } = intake;
    const mail = mailText({ Subject: 'Unsigned' });
    const body = Buffer.from(mail);
    const old = new Date(Date.now() - 400_000);
    for (const options of [
      { signature: '' },
      { signature: signatureOf(body, `${GATEWAY_SECRET}!`, new Date()) },
      { signature: signatureOf(Buffer.from('x'), GATEWAY_SECRET, new Date()) },
      { signature: signatureOf(body, GATEWAY_SECRET, old) },
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
});
