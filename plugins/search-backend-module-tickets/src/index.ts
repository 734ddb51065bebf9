/**
 * Finds Portaldesk tickets in the portal's search.
 *
 * @packageDocumentation
 */
export { searchModuleTickets as default } from './module';
