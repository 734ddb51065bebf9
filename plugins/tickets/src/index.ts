export { ticketsApiRef } from './data';
export { ticketsMessages, ticketsTranslationRef } from './i18n';
export {
  EntityTicketsCard,
  EntityTicketsContent,
  MyTicketsWidget,
  PartyTicketsCard,
  PartyTicketsContent,
  TeamQueueWidget,
  TicketsPage,
  ticketsPlugin,
  TicketsSearchResultListItem,
  TicketsSidebarItem,
} from './plugin';
