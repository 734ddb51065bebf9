import type { Knex } from 'knex';
import { signatureOf } from '../incoming/http/signature';
import { mailboxesRead } from './conversation';
import { eventually } from './eventually';
import { startImapServer } from './imapServer';
import { startMailDesk } from './mailDesk';
import { startMailServer } from './mailServer';
import { mailText } from './mailText';

export const GATEWAY_SECRET = 'a secret that only the gateway knows';

interface Quarantined {
  id: number;
  reason: string;
  subject: string;
}

/** Two backends of a desk that read two mailboxes and listen to a gateway. */
export async function startMailIntake(knex: Knex) {
  const smtp = await startMailServer();
  const imap = await startImapServer();
  imap.deliver(mailText({ Subject: 'Before the desk' }));
  const email = {
    transportConfig: smtp.transportConfig,
    sender: 'Service Desk <desk@example.com>',
    incoming: {
      maxSize: 1,
      mailboxes: [
        { id: 'support', ...imap.settings, moveTo: 'Taken' },
        { id: 'second', ...imap.settings, folder: 'Second' },
        { id: 'gateway', type: 'http', secret: GATEWAY_SECRET },
      ],
    },
  };
  const tickets = { defaultTeam: 'group:default/support' };
  const desk = await startMailDesk(knex, email, tickets);
  const other = await startMailDesk(knex, email, tickets);
  await imap.connected(2);
  await mailboxesRead(knex, 2);

  const quarantine = async (): Promise<Quarantined[]> =>
    (await (await desk.request('/quarantine', {}, 'admin')).json()).items;

  return {
    smtp,
    imap,
    desk,
    quarantine,
    /** Brings a mail by the gateway. */
    send: (
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
            signature ??
            signatureOf(Buffer.from(mail), GATEWAY_SECRET, new Date()),
        },
      }),
    /** The subjects of all tickets, oldest first. */
    subjects: (): Promise<string[]> =>
      knex('tickets').orderBy('created_at').pluck('subject'),
    /** The mail with this subject, when it is in quarantine. */
    inQuarantine: async (subject: string) => {
      const find = async () =>
        (await quarantine()).find(mail => mail.subject === subject);
      await eventually(async () => expect(await find()).toBeDefined());
      return (await find())!;
    },
    /** Until all that came is looked at. */
    settled: () =>
      eventually(async () =>
        expect(
          await knex('ticket_incoming_mails').where({ state: 'received' }),
        ).toEqual([]),
      ),
    stop: async () => {
      await desk.stop();
      await other.stop();
      await imap.stop();
      await smtp.stop();
    },
  };
}

export type MailIntake = Awaited<ReturnType<typeof startMailIntake>>;
