import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from './data';
import {
  entityTicketsRouteRef,
  newTicketRouteRef,
  rootRouteRef,
  ticketRouteRef,
} from './routes';

/**
 * The service desk, for the classic frontend system.
 * @public
 */
export const ticketsPlugin = createPlugin({
  id: 'tickets',
  apis: [
    createApiFactory({
      api: ticketsApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
      },
      factory: deps => new TicketsClient(deps),
    }),
  ],
  routes: {
    root: rootRouteRef,
    newTicket: newTicketRouteRef,
    ticket: ticketRouteRef,
    entityContent: entityTicketsRouteRef,
  },
});

/**
 * The page Tickets, with the lists, the form and the single tickets.
 * @public
 */
export const TicketsPage: () => JSX.Element = ticketsPlugin.provide(
  createRoutableExtension({
    name: 'TicketsPage',
    component: () => import('./page/TicketsPage').then(m => m.TicketsPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tickets about an entity, for a tab of its page.
 * @public
 */
export const EntityTicketsContent: () => JSX.Element = ticketsPlugin.provide(
  createRoutableExtension({
    name: 'EntityTicketsContent',
    component: () =>
      import('./features/entity/EntityTicketsContent').then(
        m => m.EntityTicketsContent,
      ),
    mountPoint: entityTicketsRouteRef,
  }),
);

/**
 * The tickets about an entity at a glance, for the overview of its page.
 * @public
 */
export const EntityTicketsCard: () => JSX.Element = ticketsPlugin.provide(
  createComponentExtension({
    name: 'EntityTicketsCard',
    component: {
      lazy: () =>
        import('./features/entity/EntityTicketsCard').then(
          m => m.EntityTicketsCard,
        ),
    },
  }),
);
