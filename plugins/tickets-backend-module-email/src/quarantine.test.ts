import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { type MailIntake, startMailIntake } from './__testUtils__/mailIntake';
import { mailText } from './__testUtils__/mailText';

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

  it('that are refused wait for an admin, who releases or deletes them', async () => {
    const { desk, imap, inQuarantine, quarantine, subjects } = intake;
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
    const shown = await desk.request(path, {}, 'admin');
    expect((await shown.json()).content).toEqual({
      from: ['somebody@elsewhere.example'],
      to: ['desk@example.com'],
      text: expect.stringMatching(/^It does not work\.\s*$/),
      files: [],
    });
    // its beginning alone is kept, and says nothing reliable
    const cut = await desk.request(`/quarantine/${large.id}`, {}, 'admin');
    expect((await cut.json()).content).toBeNull();
    const original = await desk.request(`${path}/original`, {}, 'admin');
    expect(await original.text()).toContain('Subject: Stranger');
    expect(original.headers.get('content-disposition')).toContain('attachment');
    for (const [method, at] of [
      ['GET', '/quarantine'],
      ['GET', path],
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

  it('of a responder that does not say what it is come to an end', async () => {
    const { imap, inQuarantine, subjects } = intake;
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
