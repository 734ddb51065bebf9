import type { LoggerService } from '@backstage/backend-plugin-api';
import { LOOKS_BACK, isTooMany } from '../incoming/caps';
import type { MailStore, NewMail } from '../store/MailStore';
import type { MutedTickets } from '../tokens/MutedTickets';
import type { MailRecipient } from './mailRecipients';

interface RestraintOptions {
  readonly store: Pick<MailStore, 'record' | 'deadAmong' | 'timesOf'>;
  readonly muted: Pick<MutedTickets, 'among'>;
  readonly logger: LoggerService;
  readonly clock: () => Date;
}

/** Says which mails are not sent. */
export class Restraint {
  constructor(private readonly options: RestraintOptions) {}

  /** Without those who want no mails about the ticket; work is not muted. */
  async unmuted(
    ticketId: string,
    recipients: readonly MailRecipient[],
  ): Promise<MailRecipient[]> {
    const muted = await this.options.muted.among(
      ticketId,
      recipients.map(({ address }) => address.toLowerCase()),
    );
    return recipients.filter(
      ({ address, seesInternal }) =>
        seesInternal || !muted.has(address.toLowerCase()),
    );
  }

  /**
   * Records as refused what is not sent: to addresses where nobody is, and what
   * would be too much, since something there answers automatically.
   *
   * @returns the addresses
   */
  async heldBack(mails: readonly NewMail[]): Promise<Set<string>> {
    const { store, logger, clock } = this.options;
    const dead = await store.deadAmong(mails.map(({ address }) => address));
    const held = new Set<string>();
    const now = clock();
    const since = new Date(now.getTime() - LOOKS_BACK);
    for (const mail of mails) {
      const cause = dead.get(mail.address);
      const tooMany =
        cause === undefined && isTooMany(await store.timesOf(mail, since), now);
      if (cause !== undefined || tooMany) {
        held.add(mail.address);
        const reason = tooMany
          ? 'too many mails about this ticket went there in a short time'
          : `mails to this address come back: ${cause}`;
        await store.record(mail, 'refused', reason);
        logger.warn(`The mail ${mail.messageId} is not sent: ${reason}`);
      }
    }
    return held;
  }
}
