import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The list of tickets, wherever the portal mounts it.
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'tickets' });

/**
 * The form that files a ticket. Entity references in the query parameter
 * `asset`, which may be repeated, become the ticket's assets.
 * @public
 */
export const newTicketRouteRef = createSubRouteRef({
  id: 'tickets.new',
  parent: rootRouteRef,
  path: '/new',
});

/**
 * One ticket, by its number.
 * @public
 */
export const ticketRouteRef = createSubRouteRef({
  id: 'tickets.ticket',
  parent: rootRouteRef,
  path: '/:number',
});

/**
 * Everything that happened to one ticket.
 * @public
 */
export const ticketHistoryRouteRef = createSubRouteRef({
  id: 'tickets.ticket.history',
  parent: rootRouteRef,
  path: '/:number/history',
});

/**
 * The tab Tickets of an entity page.
 * @public
 */
export const entityTicketsRouteRef = createRouteRef({ id: 'tickets.entity' });

/**
 * The tab Tickets of the page of a group or user.
 * @public
 */
export const partyTicketsRouteRef = createRouteRef({ id: 'tickets.party' });
