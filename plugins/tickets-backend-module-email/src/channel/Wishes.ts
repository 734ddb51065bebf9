import type { TicketNotification } from '@portaldesk/plugin-tickets-node';
import type { DigestStore } from '../digest/DigestStore';
import type { MailSettings } from '../digest/MailSettings';
import type { MailRecipient } from './mailRecipients';

/** What of a notification stands in digests. */
interface ForDigest {
  readonly actor: string;
  readonly url: string;
  readonly sentenceFor: (recipient: MailRecipient) => string;
}

/** Says who is mailed at once, and keeps the rest for those who want digests. */
export class Wishes {
  constructor(
    private readonly settings: Pick<MailSettings, 'among'>,
    private readonly digests: Pick<DigestStore, 'add'>,
  ) {}

  /** @returns those who are mailed at once */
  async instant(
    notification: TicketNotification,
    recipients: readonly MailRecipient[],
    { actor, url, sentenceFor }: ForDigest,
  ): Promise<MailRecipient[]> {
    const modes = await this.settings.among(recipients.flatMap(personOf));
    const modeOf = (recipient: MailRecipient) =>
      modes.get(personOf(recipient)[0] ?? '') ?? 'instant';
    await this.digests.add(
      recipients
        .filter(recipient => modeOf(recipient) === 'digest')
        .map(recipient => ({
          userRef: recipient.refs[0],
          notificationId: notification.id,
          ticketId: notification.ticket.id,
          url,
          sentence: sentenceFor(recipient),
          actor,
          at: notification.at,
        })),
    );
    return recipients.filter(recipient => modeOf(recipient) === 'instant');
  }
}

/** Nobody alone decides about an address that several read. */
function personOf({ refs }: MailRecipient): string[] {
  return refs.length === 1 && refs[0].startsWith('user:') ? [refs[0]] : [];
}
