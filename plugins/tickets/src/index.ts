export { ticketsApiRef } from './data';
export { ticketsMessages, ticketsTranslationRef } from './i18n';
export {
  EntityTicketsCard,
  EntityTicketsContent,
  TicketsPage,
  ticketsPlugin,
} from './plugin';
