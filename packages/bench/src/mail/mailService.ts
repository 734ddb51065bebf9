import type { JsonObject } from '@backstage/types';
import type { SeededOrganisation } from '../seeding';
import { freePort, stopAtEnd } from '../tools';
import { startMailbox, MAILBOX_USER } from './mailbox';
import { mailsOf } from './mails';
import { createSmtpSink } from './smtpSink';
import { teamAddressOf, writeWriters, writersOf } from './writers';

/** What a desk with mail needs beside itself, all on this machine. */
export type MailService = Awaited<ReturnType<typeof startMailService>>;

/**
 * Starts what takes the mails of the desk and the mailbox that it reads, which
 * is empty.
 *
 * @param mails - how many the mailbox will have
 */
export async function startMailService(
  folder: string,
  mails: number,
  { teams }: Pick<SeededOrganisation, 'teams'>,
) {
  const writers = writersOf(mails);
  const smtpPort = await freePort();
  const sink = createSmtpSink(smtpPort);
  const imapPort = await freePort();
  const mailbox = await startMailbox(imapPort, mailsOf(writers, teams.length));
  stopAtEnd(async () => {
    await mailbox.close();
    await sink.close();
  });
  return {
    mails,
    writers,
    sink,
    mailbox,
    /** A file with the people who write. */
    catalog: writeWriters(folder, writers),
    config: configOf(smtpPort, imapPort, teams),
  };
}

/** Below `tickets.email`; what it does not say is as the desk ships it. */
function configOf(
  smtpPort: number,
  imapPort: number,
  teams: SeededOrganisation['teams'],
): JsonObject {
  return {
    transportConfig: {
      transport: 'smtp',
      hostname: '127.0.0.1',
      port: smtpPort,
    },
    sender: 'Service Desk <desk@example.com>',
    content: 'full',
    incoming: {
      ignorePolicies: true,
      replyAddress: 'desk+{token}@example.com',
      mailboxes: [
        {
          id: 'support',
          type: 'imap',
          hostname: '127.0.0.1',
          port: imapPort,
          secure: false,
          requireTls: false,
          username: MAILBOX_USER,
          password: 'of no meaning here',
          // each team has an address of its own
          rules: teams.map(({ group }, index) => ({
            recipient: teamAddressOf(index),
            team: group,
          })),
        },
      ],
    },
  };
}
