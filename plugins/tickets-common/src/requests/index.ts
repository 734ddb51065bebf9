export * from './changeTicket';
export * from './fileTicket';
export {
  MAX_PAGE_SIZE,
  listTicketsQuerySchema,
  pageQuerySchema,
  ticketFilterSchema,
  type ListTicketsQuery,
  type PageQuery,
  type TicketFilter,
} from './listTickets';
export {
  MAX_MESSAGE_LENGTH,
  MAX_SUBJECT_LENGTH,
  messageBodySchema,
  subjectSchema,
} from './text';
