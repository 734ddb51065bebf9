import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/core-plugin-api';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { TicketsClient } from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from './data';
import { loadPage, loadScreen } from './page/loadScreen';
import {
  entityTicketsRouteRef,
  newTicketRouteRef,
  partyTicketsRouteRef,
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
    partyContent: partyTicketsRouteRef,
  },
});

/**
 * The page Tickets, with the lists, the form and the single tickets.
 * @public
 */
export const TicketsPage: () => JSX.Element = ticketsPlugin.provide(
  createRoutableExtension({
    name: 'TicketsPage',
    component: () => loadPage().then(m => m.TicketsPage),
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
    component: () => loadScreen('entityContent'),
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
      lazy: () => loadScreen('entityCard'),
    },
  }),
);

/**
 * The queue of a group or the tickets of a user, for a tab of its page.
 * @public
 */
export const PartyTicketsContent: () => JSX.Element = ticketsPlugin.provide(
  createRoutableExtension({
    name: 'PartyTicketsContent',
    component: () => loadScreen('partyContent'),
    mountPoint: partyTicketsRouteRef,
  }),
);

/**
 * The open tickets of a group or user at a glance, for the overview of its page.
 * @public
 */
export const PartyTicketsCard: () => JSX.Element = ticketsPlugin.provide(
  createComponentExtension({
    name: 'PartyTicketsCard',
    component: {
      lazy: () => loadScreen('partyCard'),
    },
  }),
);

/**
 * The reader's open tickets, for the portal's home page.
 * @public
 */
export const MyTicketsWidget: () => JSX.Element = ticketsPlugin.provide(
  createComponentExtension({
    name: 'MyTicketsWidget',
    component: {
      lazy: () => loadScreen('myTicketsWidget'),
    },
  }),
);

/**
 * What the reader's teams have to do, for the portal's home page.
 * @public
 */
export const TeamQueueWidget: () => JSX.Element = ticketsPlugin.provide(
  createComponentExtension({
    name: 'TeamQueueWidget',
    component: {
      lazy: () => loadScreen('teamQueueWidget'),
    },
  }),
);

/**
 * Leads to the Tickets page from the portal's sidebar, with the number of
 * tickets that wait for the reader; for both frontend systems.
 * @public
 */
export const TicketsSidebarItem: () => JSX.Element = ticketsPlugin.provide(
  createComponentExtension({
    name: 'TicketsSidebarItem',
    component: {
      lazy: () => loadScreen('sidebarItem'),
    },
  }),
);

/**
 * A ticket that the portal's search found, for the list of its results.
 * @public
 */
export const TicketsSearchResultListItem: (props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
}) => JSX.Element | null = ticketsPlugin.provide(
  createSearchResultListItemExtension({
    name: 'TicketsSearchResultListItem',
    component: () => loadScreen('searchResult'),
    predicate: ({ type }) => type === 'tickets',
  }),
);
