import type { Knex } from 'knex';
import type { ParsedMail } from 'mailparser';
import { eventually } from './eventually';
import { startImapServer } from './imapServer';
import { startMailDesk } from './mailDesk';
import { startMailServer } from './mailServer';
import { mailText } from './mailText';

/** Until the desk has looked at what was in so many mailboxes before. */
export function mailboxesRead(knex: Knex, count: number): Promise<void> {
  return eventually(async () =>
    expect(await knex('ticket_mailboxes')).toHaveLength(count),
  );
}

/** The desk between an SMTP server and a mailbox, with people who write. */
export async function startConversation(
  knex: Knex,
  settings: { tickets?: object; mailbox?: object; incoming?: object } = {},
) {
  const smtp = await startMailServer();
  const imap = await startImapServer();
  const desk = await startMailDesk(
    knex,
    {
      transportConfig: smtp.transportConfig,
      sender: 'Service Desk <desk@example.com>',
      incoming: {
        mailboxes: [{ id: 'support', ...imap.settings, ...settings.mailbox }],
        replyAddress: 'desk+{token}@example.com',
        ...settings.incoming,
      },
    },
    { defaultTeam: 'group:default/support', ...settings.tickets },
  );
  await mailboxesRead(knex, 1);

  return {
    knex,
    smtp,
    imap,
    desk,
    /** The mail to somebody about a ticket that begins with this. */
    mailTo: async (name: string, subject: string, line: string) => {
      const find = () =>
        smtp.received.findIndex(
          ({ to, parsed }) =>
            to === `${name}@example.com` &&
            parsed.subject?.endsWith(`] ${subject}`) &&
            parsed.text?.startsWith(line),
        );
      await eventually(() => expect(find()).toBeGreaterThanOrEqual(0));
      const [{ parsed }] = smtp.received.splice(find(), 1);
      return parsed;
    },
    /** The messages of a ticket as somebody sees them, newest first. */
    messagesOf: async (name: string, ticket: string) =>
      (await desk.as(name).listMessages(ticket)).items.map(
        ({ kind, side, author, body }) => [
          kind,
          side,
          author.replace('user:default/', ''),
          body,
        ],
      ),
    /** The ticket with this subject, when it is there. */
    ticketOf: async (subject: string) => {
      const find = async () =>
        (await desk.as('admin').listTickets({ text: subject })).items;
      await eventually(async () => expect(await find()).toHaveLength(1));
      return (await find())[0];
    },
    stop: async () => {
      await desk.stop();
      await imap.stop();
      await smtp.stop();
    },
  };
}

export function replyAddressOf(mail: ParsedMail): string {
  return mail.replyTo?.value[0].address ?? '';
}

/** An answer, as a mail program makes it; the requester's by default. */
export function answerTo(
  mail: ParsedMail,
  headers: Record<string, string>,
  body: string,
): string {
  return mailText(
    {
      To: replyAddressOf(mail),
      Subject: `Re: ${mail.subject}`,
      'In-Reply-To': mail.messageId,
      References: `${mail.references} ${mail.messageId}`,
      ...headers,
    },
    body,
  );
}
