import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ticketsChannelsExtensionPoint } from '@portaldesk/plugin-tickets-node';
import { Addresses } from './channel/Addresses';
import { Dispatcher } from './channel/Dispatcher';
import { emailChannel } from './channel/emailChannel';
import { readEmailConfig } from './config/readEmailConfig';
import { createTransport } from './mail/createTransport';
import { openMailStore } from './store/openMailStore';
import { scheduleForgetting } from './store/scheduleForgetting';
import { loadTemplates } from './templates/loadTemplates';

/**
 * Mails people what happens to their tickets.
 * @public
 */
export const ticketsModuleEmail = createBackendModule({
  pluginId: 'tickets',
  moduleId: 'email',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        channels: ticketsChannelsExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
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
        const store = await openMailStore(database, clock);
        const transport = createTransport(config);
        lifecycle.addShutdownHook(() => transport.close());
        await scheduleForgetting(services.scheduler, store, clock);
        channels.addChannel(
          emailChannel({
            config,
            addresses: new Addresses(services.catalog, services.auth),
            store,
            templates,
            dispatcher: new Dispatcher({
              send: mail => transport.sendMail(mail),
              store,
              logger,
              concurrencyLimit: config.concurrencyLimit,
            }),
            logger,
          }),
        );
      },
    });
  },
});
