import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  DeliveryOptions,
  NotificationMessage,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import { Addresses } from '../channel/Addresses';
import { AnswerAddresses } from '../channel/AnswerAddresses';
import { Dispatcher } from '../channel/Dispatcher';
import { Restraint } from '../channel/Restraint';
import { Wishes } from '../channel/Wishes';
import { emailChannel } from '../channel/emailChannel';
import { readEmailConfig } from '../config/readEmailConfig';
import { DigestStore } from '../digest/DigestStore';
import { MailSettings } from '../digest/MailSettings';
import { createTransport, reachability } from '../mail/createTransport';
import { MailStore } from '../store/MailStore';
import { NotificationStore } from '../store/NotificationStore';
import { openMailTables } from '../store/openMailTables';
import { MailTokens } from '../tokens/MailTokens';
import { MutedTickets } from '../tokens/MutedTickets';
import { loadTemplates } from '../templates/loadTemplates';
import type { MailServer } from './mailServer';
import { organisation } from './organisation';

/** A notification of a reply to the requester and a colleague who watches. */
export function replied(
  changes: Partial<TicketNotification> = {},
): TicketNotification {
  return {
    id: 'notification-1',
    event: 'replied',
    ticket: { id: 'ticket-1', number: 'T-1', subject: 'Help' },
    actor: 'user:default/agent',
    at: new Date('2026-12-01T08:00:00Z'),
    messageId: 'message-1',
    recipients: [recipient('requester'), recipient('colleague', 'watcher')],
    audience: [],
    ...changes,
  };
}

export function recipient(
  name: string,
  role: TicketNotification['recipients'][number]['roles'][number] = 'requester',
  seesInternal = false,
) {
  return { ref: `user:default/${name}`, roles: [role], seesInternal };
}

export function written(
  changes: Partial<NotificationMessage> = {},
): NotificationMessage {
  return {
    id: 'message-1',
    kind: 'reply',
    author: 'user:default/agent',
    to: [],
    body: 'Try **again**, please.',
    createdAt: new Date('2026-12-01T08:00:00Z'),
    files: [],
    ...changes,
  };
}

const made = new WeakMap<Knex, Promise<void>>();

/** The desk's own table, as far as mails read it, without any ticket. */
function makeTickets(knex: Knex): Promise<void> {
  const known =
    made.get(knex) ??
    knex.schema
      .createTable('tickets', table => {
        table.string('id', 36).primary();
        table.string('merged_into', 36);
      })
      .then(() => {});
  made.set(knex, known);
  return known;
}

/** The channel, without the desk that calls it. */
export async function mailChannel(
  knex: Knex,
  server: MailServer,
  email: object = {},
  otherConfig: object = {},
) {
  const config = readEmailConfig(
    new ConfigReader({
      app: { baseUrl: 'https://portal.example.com/' },
      ...otherConfig,
      tickets: {
        email: {
          transportConfig: server.transportConfig,
          sender: 'Service Desk <desk@example.com>',
          ...email,
        },
      },
    }),
  );
  const logger = mockServices.logger.mock();
  await openMailTables(mockServices.database({ knex }));
  await makeTickets(knex);
  const clock = () => new Date();
  const store = new MailStore(knex, clock);
  const settings = new MailSettings(knex, clock);
  const transport = createTransport(config);
  const channel = emailChannel({
    config,
    addresses: new Addresses(
      catalogServiceMock({ entities: [...organisation] }),
      mockServices.auth(),
    ),
    store,
    answerAddresses: new AnswerAddresses({
      tokens: new MailTokens(knex, Buffer.alloc(32), clock),
      replyAddresses: undefined,
      muteUrl: 'https://portal.example.com/api/tickets/email/mute',
    }),
    notifications: new NotificationStore(knex, clock),
    wishes: new Wishes(settings, new DigestStore(knex, clock)),
    restraint: new Restraint({
      store,
      muted: new MutedTickets(knex, clock),
      logger,
      clock,
    }),
    templates: loadTemplates(config.templates),
    dispatcher: new Dispatcher({
      send: mail => transport.sendMail(mail),
      isReachable: reachability(config, transport),
      store,
      logger,
      concurrencyLimit: config.concurrencyLimit,
    }),
    logger,
    idKey: Buffer.alloc(32),
  });
  return {
    logger,
    store,
    settings,
    deliver: (
      notification: TicketNotification,
      message: NotificationMessage | undefined = undefined,
      options: Partial<DeliveryOptions> = {},
    ) =>
      channel.deliver(notification, {
        signal: new AbortController().signal,
        ticketPath: '/tickets/T-1',
        readMessage: async () => message,
        ...options,
      }),
    /** What became of each mail, by address. */
    states: async () =>
      Object.fromEntries(
        (
          await knex('ticket_mails')
            .select('address', 'state')
            .orderBy('address')
        ).map(({ address, state }) => [address, state]),
      ),
    stop: () => transport.close(),
  };
}
