import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DESK_ACTOR,
  isAnonymousReporter,
} from '@portaldesk/plugin-tickets-common';
import type {
  DeliveryOptions,
  TicketChannel,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { EmailConfig } from '../config/readEmailConfig';
import { composeMail, templateData } from '../mail/composeMail';
import { domainOf } from '../mail/domainOf';
import { withoutFolded } from '../incoming/text/messageText';
import { messageIdOf } from '../mail/threading';
import { type MailStore, type NewMail, isSettled } from '../store/MailStore';
import type { NotificationStore } from '../store/NotificationStore';
import type { Templates } from '../templates/Templates';
import type { Addresses } from './Addresses';
import type { AnswerAddresses } from './AnswerAddresses';
import type { Dispatcher } from './Dispatcher';
import type { Restraint } from './Restraint';
import type { Wishes } from './Wishes';
import { mailedEvents } from './mailedEvents';
import {
  type MailRecipient,
  mailRecipients,
  refsToLookUp,
} from './mailRecipients';

interface EmailChannelOptions {
  readonly config: EmailConfig;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly store: Pick<MailStore, 'queue' | 'statesOf'>;
  readonly notifications: Pick<NotificationStore, 'keep'>;
  readonly answerAddresses: AnswerAddresses;
  readonly restraint: Restraint;
  readonly wishes: Wishes;
  readonly templates: Templates;
  readonly dispatcher: Dispatcher;
  readonly logger: LoggerService;
  /** Secret key of the identifiers of mails. */
  readonly idKey: Buffer;
}

/** The channel, with what only this module does with it. */
export interface EmailChannel extends TicketChannel {
  /** Delivers a notification to one of its addresses alone, in lower case. */
  deliverTo(
    address: string,
    notification: TicketNotification,
    options: DeliveryOptions,
  ): Promise<void>;
}

/** Mails people what happens to their tickets. */
export function emailChannel({
  config,
  addresses,
  store,
  notifications,
  answerAddresses,
  restraint,
  wishes,
  templates,
  dispatcher,
  logger,
  idKey,
}: EmailChannelOptions): EmailChannel {
  const domain = domainOf(config.sender.address);

  async function recipientsOf(notification: TicketNotification) {
    const { actor } = notification;
    const contacts = await addresses.of([
      ...refsToLookUp(notification),
      ...(isNameless(actor) ? [] : [actor]),
    ]);
    const recipients = mailRecipients(notification, contacts, refs =>
      logger.debug(
        `No mail of ${notification.event} of ticket ${notification.ticket.number} to ${refs.join(', ')}: the catalog has no address of theirs`,
      ),
    );
    return { recipients, actor: contacts.get(actor)?.name ?? '' };
  }

  /** The mails that are still to be sent, which are recorded. */
  async function queue(
    { id: notificationId, ticket, event, messageId }: TicketNotification,
    recipients: readonly MailRecipient[],
  ) {
    const isHidden = event === 'noted' || event === 'private-message-added';
    const hiddenMessage = isHidden ? messageId : undefined;
    const mails = recipients.map(recipient => {
      const mail = {
        notificationId,
        ticketId: ticket.id,
        address: recipient.address.toLowerCase(),
      };
      return {
        recipient,
        mail: {
          ...mail,
          messageId: messageIdOf({ ...mail, hiddenMessage }, domain, idKey),
        } as NewMail,
      };
    });
    const states = await store.statesOf(notificationId);
    const unknown = mails.filter(({ mail }) => !states.has(mail.address));
    if (unknown.length > 0) {
      await store.queue(unknown.map(({ mail }) => mail));
    }
    const due = mails
      .filter(({ mail }) => !isSettled(states.get(mail.address)))
      .map(each => ({ ...each, repeated: states.has(each.mail.address) }));
    const held = await restraint.heldBack(due.map(({ mail }) => mail));
    return due.filter(({ mail }) => !held.has(mail.address));
  }

  /** @param only - the one address, in lower case, whatever its owner wishes */
  async function deliver(
    notification: TicketNotification,
    options: DeliveryOptions,
    only?: string,
  ): Promise<void> {
    const { ticketPath } = options;
    const { recipients, actor } = await recipientsOf(notification);
    const notified = recipients.filter(
      ({ seesInternal, address }) =>
        (seesInternal || notification.event !== 'noted') &&
        (only === undefined || address.toLowerCase() === only),
    );
    if (only !== undefined) {
      await send(notification, { recipients: notified, actor }, options);
      return;
    }
    const { id: ticketId } = notification.ticket;
    const instant = await wishes.instant(
      notification,
      await restraint.unmuted(ticketId, notified),
      {
        actor,
        url: `${config.portalUrl}${ticketPath}`,
        sentenceFor: recipient =>
          templates.sentence(
            templateData(config, {
              notification,
              recipient,
              messageId: '',
              actor,
              ticketPath,
              message: undefined,
            }),
          ),
      },
    );
    await send(notification, { recipients: instant, actor }, options);
  }

  async function send(
    notification: TicketNotification,
    to: { recipients: readonly MailRecipient[]; actor: string },
    { signal, ticketPath, readMessage }: DeliveryOptions,
  ): Promise<void> {
    const { id: ticketId } = notification.ticket;
    const { actor } = to;
    if (to.recipients.length > 0) {
      await notifications.keep({ notification, ticketPath });
    }
    const mails = await queue(notification, to.recipients);
    if (mails.length === 0) {
      return;
    }
    const message = config.content === 'full' ? await readMessage() : undefined;
    const addressed = await Promise.all(
      mails.map(async each => ({
        ...each,
        own: await answerAddresses.of(ticketId, each.recipient),
      })),
    );
    await dispatcher.sendAll(
      addressed.map(({ mail, recipient, repeated, own }) => ({
        mail,
        repeated,
        compose: () =>
          composeMail(config, templates, {
            notification,
            recipient,
            messageId: mail.messageId,
            actor,
            ticketPath,
            message: message && {
              ...message,
              body: withoutFolded(message.body),
            },
            ...own,
          }),
      })),
      signal,
    );
  }

  return {
    id: 'email',
    events: mailedEvents,
    inOrder: true,
    deliver: (notification, options) => deliver(notification, options),
    deliverTo: (address, notification, options) =>
      deliver(notification, options, address),
  };
}

/** Whether an actor has no name: the desk, and anonymous reporters. */
function isNameless(actor: string): boolean {
  return actor === DESK_ACTOR || isAnonymousReporter(actor);
}
