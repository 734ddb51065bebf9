import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { eventually } from './__testUtils__/eventually';
import { startImapServer } from './__testUtils__/imapServer';
import { startMailServer } from './__testUtils__/mailServer';
import { mailText } from './__testUtils__/mailText';
import {
  MailProcess,
  type SharedDatabase,
  shareDatabase,
} from './__testUtils__/process/MailProcess';

jest.setTimeout(600_000);

const databases = testDatabases();
const KILLS = 10;

/** As if a backend had been dead for longer than what it held is kept for it. */
async function letTimePass(knex: Knex): Promise<void> {
  await knex('ticket_mail_leases').delete();
  const due_at = new Date(Date.now() - 1_000);
  await knex('ticket_incoming_mails')
    .where({ state: 'received' })
    .update({ due_at });
  await knex('ticket_outbox').whereNotNull('due_at').update({ due_at });
}

describe.each(databases.ids)('backends that are killed, on %s', id => {
  let database: SharedDatabase;
  let knex: Knex;
  let smtp: Awaited<ReturnType<typeof startMailServer>>;
  let imap: Awaited<ReturnType<typeof startImapServer>>;
  let backend: MailProcess | undefined;

  beforeEach(async () => {
    database = await shareDatabase(databases, id);
    ({ knex } = database);
    smtp = await startMailServer();
    imap = await startImapServer();
  });

  afterEach(async () => {
    await backend?.kill();
    await imap.stop();
    await smtp.stop();
    await database.close();
  });

  async function start() {
    backend = await MailProcess.start(database.config, {
      email: {
        transportConfig: smtp.transportConfig,
        sender: 'Service Desk <desk@example.com>',
        incoming: {
          mailboxes: [
            { id: 'support', ...imap.settings, begin: 'all' },
            {
              id: 'second',
              ...imap.settings,
              begin: 'all',
              folder: 'Second',
              moveTo: 'Taken',
            },
          ],
        },
      },
      tickets: { defaultTeam: 'group:default/support' },
    });
    return backend;
  }

  it('take in each mail once, from whichever mailbox and however often it is read', async () => {
    let process = await start();
    const subjects: string[] = [];
    const same = mailText({ Subject: 'The same' });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const where = Math.random();
      for (let number = 0; number < 6; number += 1) {
        // as many as one person may write before it is taken for a machine
        const name = ['requester', 'colleague', 'agent', 'watcher'][kill % 4];
        const subject = `Round ${kill}, mail ${number}`;
        const mail = mailText({
          From: `${name}@example.com`,
          Subject: subject,
        });
        if (number < 2) {
          imap.deliver(mail);
          imap.deliver(`Received: by another\r\n${mail}`, 'Second');
          subjects.push(subject);
        } else {
          imap.deliver(`X-Way: ${kill}-${number}\r\n${same}`, 'Second');
        }
      }
      imap.deliver(same);
      if (where < 0.4) {
        imap.folder(where < 0.2 ? 'INBOX' : 'Second').uidvalidity += 1;
      }
      if (where > 0.6) {
        imap.cut();
      }
      await sleep(50 + Math.random() * 1_500);
      await process.kill();
      await letTimePass(knex);
      process = await start();
    }
    const filed = async (): Promise<string[]> =>
      (await knex('tickets').pluck('subject')).sort();
    await eventually(
      async () =>
        expect(await filed()).toEqual([...subjects, 'The same'].sort()),
      60,
    );
    await sleep(3_000);
    expect(await filed()).toHaveLength(subjects.length + 1);
    expect(await knex('ticket_messages')).toHaveLength(subjects.length + 1);
    expect(
      (await knex('ticket_incoming_mails')).map(({ outcome }) => outcome),
    ).toEqual(Array.from({ length: subjects.length + 1 }, () => 'filed'));
  });
});
