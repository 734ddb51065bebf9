/**
 * The screens of Portaldesk, a service desk inside the developer portal, for
 * the new frontend system.
 *
 * @packageDocumentation
 */
export { default } from './frontendPlugin';
export { ticketsMessages, ticketsTranslationRef } from './translation';
