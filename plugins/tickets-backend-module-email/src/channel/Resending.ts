import { NotFoundError } from '@backstage/errors';
import type { Message } from '@portaldesk/plugin-tickets-common';
import type {
  IntakePeople,
  NotificationMessage,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { MailStore } from '../store/MailStore';
import type { NotificationStore } from '../store/NotificationStore';
import type { TroubleStore } from '../store/TroubleStore';
import type { Addresses } from './Addresses';
import type { EmailChannel } from './emailChannel';

/** How far back a message is looked for. */
const MAX_PAGES = 20;

/** How long sending may take, in milliseconds. */
const PATIENCE = 30_000;

interface ResendingOptions {
  readonly channel: Pick<EmailChannel, 'deliverTo'>;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly notifications: Pick<NotificationStore, 'find'>;
  readonly mails: Pick<MailStore, 'requeue' | 'revive'>;
  readonly trouble: Pick<TroubleStore, 'find'>;
}

/** Sends a mail that did not arrive once more, as its recipient may see it now. */
export class Resending {
  /** The desk as others use it, once it has started. */
  people: IntakePeople | undefined;

  constructor(private readonly options: ResendingOptions) {}

  /**
   * @param id - of the mail
   * @throws NotFoundError where there is nothing to be sent, or nobody who may
   *   read it any longer
   * @throws Error where it could not be sent
   */
  async resend(id: number): Promise<void> {
    const { channel, notifications, mails, trouble } = this.options;
    const mail = await trouble.find(id);
    const kept = mail && (await notifications.find(mail.notificationId));
    if (!mail || !kept) {
      throw new NotFoundError('It is not known any longer what the mail said');
    }
    const { notification, ticketPath } = kept;
    const reader = await this.#readerOf(notification, mail.address);
    await mails.revive(mail.address);
    await mails.requeue(mail);
    await channel.deliverTo(mail.address, notification, {
      signal: AbortSignal.timeout(PATIENCE),
      ticketPath,
      readMessage: () => this.#messageOf(notification, reader),
    });
  }

  /** @returns the person who reads there; undefined for the address of a team */
  async #readerOf(
    { recipients, ticket }: TicketNotification,
    address: string,
  ): Promise<string | undefined> {
    const refs = recipients.map(({ ref }) => ref);
    const contacts = await this.options.addresses.of(refs);
    const reader = refs.find(
      ref => contacts.get(ref)?.address?.toLowerCase() === address,
    );
    if (reader !== undefined) {
      // which says so when they may not
      await this.#deskOf(reader).getTicket(ticket.id);
    }
    return reader;
  }

  async #messageOf(
    { event, messageId, ticket }: TicketNotification,
    reader: string | undefined,
  ): Promise<NotificationMessage | undefined> {
    const isFirst = event === 'filed' || event === 'filed-on-behalf';
    if (reader === undefined || (messageId === undefined && !isFirst)) {
      return undefined;
    }
    const desk = this.#deskOf(reader);
    let cursor: string | undefined;
    let oldest: Message | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { items, nextCursor } = await desk.listMessages(ticket.id, {
        cursor,
      });
      const found = items.find(({ id }) => id === messageId);
      if (found) {
        return notified(found);
      }
      oldest = items.filter(({ kind }) => kind === 'reply').at(-1) ?? oldest;
      cursor = nextCursor;
      if (cursor === undefined) {
        return isFirst && oldest ? notified(oldest) : undefined;
      }
    }
    return undefined;
  }

  #deskOf(ref: string) {
    if (!this.people) {
      throw new Error('The desk has not started yet');
    }
    return this.people.as(ref);
  }
}

function notified(message: Message): NotificationMessage {
  const { id, kind, author, recipients, body, createdAt, attachments } =
    message;
  return {
    id,
    kind,
    author,
    to: recipients ?? [],
    body,
    createdAt: new Date(createdAt),
    files: attachments.map(({ name, size }) => ({ name, size })),
  };
}
