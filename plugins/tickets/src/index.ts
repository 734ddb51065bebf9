/**
 * The screens of Portaldesk, a service desk inside the developer portal, for
 * the classic frontend system. The new one finds its plugin under `/alpha`.
 *
 * @packageDocumentation
 */
export { ticketsApiRef } from './api';
export {
  EntityTicketsCard,
  EntityTicketsContent,
  TicketsPage,
  ticketsPlugin,
} from './plugin';
export { ticketsMessages, ticketsTranslationRef } from './translation';
