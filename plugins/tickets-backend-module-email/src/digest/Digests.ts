import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { IntakePeople } from '@portaldesk/plugin-tickets-node';
import type { Addresses } from '../channel/Addresses';
import type { Dispatcher } from '../channel/Dispatcher';
import type { Restraint } from '../channel/Restraint';
import type { EmailConfig } from '../config/readEmailConfig';
import { domainOf } from '../mail/domainOf';
import { messageIdOf } from '../mail/threading';
import type { MailStore, NewMail } from '../store/MailStore';
import type { DigestEntry, DigestStore } from './DigestStore';
import { type DigestTicket, digestMail } from './digestMail';
import type { MailSettings } from './MailSettings';

interface DigestsOptions {
  readonly config: EmailConfig;
  readonly people: IntakePeople;
  readonly entries: DigestStore;
  readonly settings: Pick<MailSettings, 'of'>;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly mails: Pick<MailStore, 'queue' | 'isSettled'>;
  readonly restraint: Pick<Restraint, 'heldBack'>;
  readonly dispatcher: Pick<Dispatcher, 'sendAll'>;
  readonly logger: LoggerService;
  /** Secret key of the identifiers of mails. */
  readonly idKey: Buffer;
}

/** Mails people what happened since the last time, each thing once. */
export class Digests {
  constructor(private readonly options: DigestsOptions) {}

  /** Sends what is to be sent; what fails comes with the next run. */
  async send(signal: AbortSignal): Promise<void> {
    const { entries, logger } = this.options;
    for (const ref of await entries.people()) {
      if (signal.aborted) {
        return;
      }
      try {
        await this.#sendTo(ref, signal);
      } catch (error) {
        logger.warn(`The digest of ${ref} could not be sent: ${String(error)}`);
      }
    }
  }

  async #sendTo(ref: string, signal: AbortSignal): Promise<void> {
    const { config, entries, settings, addresses, dispatcher } = this.options;
    const contact = (await addresses.of([ref])).get(ref);
    const isOff = (await settings.of(ref)) === 'off';
    let next = await entries.next(ref);
    while (next.length > 0 && !signal.aborted) {
      const tickets = await this.#readable(ref, next);
      const address = contact?.address;
      if (address !== undefined && !isOff && tickets.length > 0) {
        const mail = this.#mailOf(next[0].batch, address);
        if (await this.#isDue(mail)) {
          const to = { name: contact?.name ?? '', address };
          const { messageId } = mail;
          const compose = () => digestMail(config, { to, messageId, tickets });
          await dispatcher.sendAll([{ mail, repeated: true, compose }], signal);
        }
      }
      await entries.done(next);
      next = await entries.next(ref);
    }
  }

  #mailOf(batch: number, address: string): NewMail {
    const { config, idKey } = this.options;
    const mail = {
      notificationId: `digest-${batch}`,
      ticketId: 'digest',
      address: address.toLowerCase(),
    };
    const domain = domainOf(config.sender.address);
    return { ...mail, messageId: messageIdOf(mail, domain, idKey) };
  }

  async #isDue(mail: NewMail): Promise<boolean> {
    const { mails, restraint } = this.options;
    await mails.queue([mail]);
    return (
      !(await mails.isSettled(mail)) &&
      !(await restraint.heldBack([mail])).has(mail.address)
    );
  }

  /** The tickets as they are now, without those that are no longer theirs to read. */
  async #readable(
    ref: string,
    entries: readonly DigestEntry[],
  ): Promise<DigestTicket[]> {
    const desk = this.options.people.as(ref);
    const tickets: DigestTicket[] = [];
    for (const id of new Set(entries.map(({ ticketId }) => ticketId))) {
      try {
        const { number, subject } = await desk.getTicket(id);
        const own = entries.filter(({ ticketId }) => ticketId === id);
        tickets.push({ number, subject, entries: own });
      } catch (error) {
        if (!isError(error) || error.name !== 'NotFoundError') {
          throw error;
        }
      }
    }
    return tickets;
  }
}
