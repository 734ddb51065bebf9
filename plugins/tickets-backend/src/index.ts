/**
 * The desk of Portaldesk: tickets, routing, access and history for a Backstage
 * portal.
 *
 * @packageDocumentation
 */
export { ticketsPlugin as default } from './plugin';
