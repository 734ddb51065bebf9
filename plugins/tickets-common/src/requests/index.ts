export * from './changeTicket';
export {
  MAX_ASSETS,
  MAX_PEOPLE,
  fileTicketRequestSchema,
  type FileTicketRequest,
} from './fileTicket';
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
  MAX_ATTACHMENTS,
  MAX_MESSAGE_LENGTH,
  MAX_SUBJECT_LENGTH,
  MAX_TAGS,
  messageBodySchema,
  subjectSchema,
  tagSchema,
} from './text';
