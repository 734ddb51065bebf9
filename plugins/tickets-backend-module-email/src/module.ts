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
import { Resending } from './channel/Resending';
import { Wishes } from './channel/Wishes';
import { emailChannel } from './channel/emailChannel';
import { readEmailConfig } from './config/readEmailConfig';
import { DigestStore } from './digest/DigestStore';
import { MailSettings } from './digest/MailSettings';
import { scheduleDigests } from './digest/scheduleDigests';
import { intakeOf, startIncoming } from './incoming/startIncoming';
import { IncomingStore } from './incoming/store/IncomingStore';
import { QuarantineStore } from './incoming/store/QuarantineStore';
import { createMailRouter } from './http/mailRouter';
import { MailTokens } from './tokens/MailTokens';
import { MutedTickets } from './tokens/MutedTickets';
import { ReplyAddresses } from './tokens/ReplyAddresses';
import { secretOf } from './tokens/secretOf';
import { createTransport, reachability } from './mail/createTransport';
import { MailStore } from './store/MailStore';
import { openMailTables } from './store/openMailTables';
import { NotificationStore } from './store/NotificationStore';
import { TroubleStore } from './store/TroubleStore';
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
        const quarantine = new QuarantineStore(knex, clock);
        const tokens = new MailTokens(
          knex,
          await secretOf(knex, 'tokens'),
          clock,
        );
        const replyAddresses = incoming?.replyAddress
          ? new ReplyAddresses(tokens, incoming.replyAddress)
          : undefined;
        const muted = new MutedTickets(knex, clock);
        const settings = new MailSettings(knex, clock);
        const entries = new DigestStore(knex, clock);
        const notifications = new NotificationStore(knex, clock);
        const transport = createTransport(config);
        lifecycle.addShutdownHook(() => transport.close());
        await scheduleForgetting(
          services.scheduler,
          { shortly: [store, entries, notifications], long: [tokens] },
          clock,
          {
            ...incoming,
            store: incomingStore,
            quarantine,
            logger,
          },
        );
        const baseUrl = await services.discovery.getExternalBaseUrl('tickets');
        const sending = {
          config,
          addresses: new Addresses(services.catalog, services.auth),
          restraint: new Restraint({ store, muted, logger, clock }),
          dispatcher: new Dispatcher({
            send: mail => transport.sendMail(mail),
            isReachable: reachability(config, transport),
            store,
            logger,
            concurrencyLimit: config.concurrencyLimit,
          }),
          logger,
          idKey: await secretOf(knex, 'message-ids'),
        };
        const trouble = new TroubleStore(knex);
        const channel = emailChannel({
          ...sending,
          store,
          notifications,
          answerAddresses: new AnswerAddresses({
            tokens,
            replyAddresses,
            muteUrl: `${baseUrl}/email/mute`,
          }),
          wishes: new Wishes(settings, entries),
          templates,
        });
        channels.addChannel(channel);
        const resending = new Resending({
          ...sending,
          channel,
          notifications,
          mails: store,
          trouble,
        });
        scheduleDigests(
          { ...sending, entries, settings, mails: store },
          {
            ...services,
            started: people => {
              resending.people = people;
            },
          },
        );
        const came = incoming
          ? startIncoming({
              incoming,
              language: config.language,
              store: incomingStore,
              knex,
              mails: store,
              replyAddresses,
              services: { ...services, logger },
              clock,
            })
          : undefined;
        const router = createMailRouter({
          language: config.language,
          tokens,
          muted,
          settings,
          mails: store,
          incoming: incomingStore,
          quarantine,
          trouble,
          resending,
          received: () => came?.received(),
          services,
        });
        if (came) {
          router.use(came.router);
        } else {
          services.intakes.addIntake(intakeOf(incomingStore));
        }
        for (const path of ['/email/incoming', '/email/mute']) {
          services.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        services.httpRouter.use(Router().use('/email', router));
      },
    });
  },
});
