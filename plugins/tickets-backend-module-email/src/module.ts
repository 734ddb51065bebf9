import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  ticketsChannelsExtensionPoint,
  ticketsIntakesExtensionPoint,
  ticketsServiceRef,
} from '@portaldesk/plugin-tickets-node';
import { Addresses } from './channel/Addresses';
import { AnswerAddresses } from './channel/AnswerAddresses';
import { Dispatcher } from './channel/Dispatcher';
import { Restraint } from './channel/Restraint';
import { emailChannel } from './channel/emailChannel';
import { readEmailConfig } from './config/readEmailConfig';
import { startIncoming } from './incoming/startIncoming';
import { IncomingStore } from './incoming/store/IncomingStore';
import { createMuteRouter } from './http/muteRouter';
import { createTicketMailsRouter } from './http/ticketMailsRouter';
import { MailTokens } from './tokens/MailTokens';
import { MutedTickets } from './tokens/MutedTickets';
import { ReplyAddresses } from './tokens/ReplyAddresses';
import { secretOf } from './tokens/secretOf';
import { createTransport } from './mail/createTransport';
import { MailStore } from './store/MailStore';
import { openMailTables } from './store/openMailTables';
import { scheduleForgetting } from './store/scheduleForgetting';
import { loadTemplates } from './templates/loadTemplates';

/**
 * Mails people what happens to their tickets, and takes in what they answer.
 * @public
 */
export const ticketsModuleEmail = createBackendModule({
  pluginId: 'tickets',
  moduleId: 'email',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        channels: ticketsChannelsExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        intakes: ticketsIntakesExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        tickets: ticketsServiceRef,
      },
      async init({ channels, database, lifecycle, logger, ...services }) {
        const config = readEmailConfig(services.config);
        const templates = loadTemplates(config.templates);
        if (config.contentByDefault) {
          logger.info(
            config.content === 'link'
              ? 'Mails contain no more than a link to what was written, since permission policies cannot be asked for people who are not there; choose with tickets.email.content.'
              : 'Mails contain what was written; choose with tickets.email.content.',
          );
        }
        const clock = () => new Date();
        const knex = await openMailTables(database);
        const store = new MailStore(knex, clock);
        const { incoming } = config;
        const incomingStore = new IncomingStore(knex, clock);
        const tokens = new MailTokens(
          knex,
          await secretOf(knex, 'tokens'),
          clock,
        );
        const replyAddresses = incoming?.replyAddress
          ? new ReplyAddresses(tokens, incoming.replyAddress)
          : undefined;
        const muted = new MutedTickets(knex, clock);
        const transport = createTransport(config);
        lifecycle.addShutdownHook(() => transport.close());
        await scheduleForgetting(services.scheduler, store, clock, {
          ...incoming,
          store: incomingStore,
        });
        const { httpAuth, httpRouter, tickets } = services;
        const baseUrl = await services.discovery.getExternalBaseUrl('tickets');
        channels.addChannel(
          emailChannel({
            config,
            addresses: new Addresses(services.catalog, services.auth),
            store,
            answerAddresses: new AnswerAddresses({
              tokens,
              replyAddresses,
              muteUrl: `${baseUrl}/email/mute`,
            }),
            restraint: new Restraint({ store, muted, logger, clock }),
            templates,
            dispatcher: new Dispatcher({
              send: mail => transport.sendMail(mail),
              store,
              logger,
              concurrencyLimit: config.concurrencyLimit,
            }),
            logger,
            idKey: await secretOf(knex, 'message-ids'),
          }),
        );
        const router = Router()
          .use(
            '/mute',
            createMuteRouter({ tokens, muted, language: config.language }),
          )
          .use(
            '/tickets',
            createTicketMailsRouter({
              tickets,
              httpAuth,
              mails: store,
              incoming: incomingStore,
            }),
          );
        if (incoming) {
          router.use(
            startIncoming({
              incoming,
              language: config.language,
              store: incomingStore,
              knex,
              mails: store,
              replyAddresses,
              services: { ...services, logger },
              clock,
            }),
          );
        }
        for (const path of ['/email/incoming', '/email/mute']) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        httpRouter.use(Router().use('/email', router));
      },
    });
  },
});
