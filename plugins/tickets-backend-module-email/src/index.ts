/**
 * Mails people what happens to their Portaldesk tickets.
 *
 * @packageDocumentation
 */
export { ticketsModuleEmail as default } from './module';
