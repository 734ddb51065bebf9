import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ticketsServiceRef } from '@portaldesk/plugin-tickets-node';
import { createTicketSearchRouter } from './ticketSearchRouter';

/**
 * Finds tickets in the portal's search, as far as each person may read them.
 *
 * Nothing is put into the search's index: who may read a ticket depends on who
 * takes part in it, which the permission framework alone does not know, and
 * where a policy allows reading tickets, the search would show all of them to
 * everybody. So the desk is asked with each search, as the person who searches.
 * @public
 */
export const searchModuleTickets = createBackendModule({
  pluginId: 'search',
  moduleId: 'tickets',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        tickets: ticketsServiceRef,
      },
      async init({ config, httpRouter, ...services }) {
        // modules begin before their plugin, whose route this one is before
        httpRouter.use(
          createTicketSearchRouter({
            ...services,
            pagePath:
              config.getOptionalString('tickets.page.path') ?? '/tickets',
          }),
        );
      },
    });
  },
});
