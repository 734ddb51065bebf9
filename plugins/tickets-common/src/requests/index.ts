export * from './absences';
export * from './addMessage';
export * from './bulk';
export { editTicketRequestSchema, type EditTicketRequest } from './editTicket';
export {
  MAX_ASSETS,
  MAX_PEOPLE,
  fileTicketRequestSchema,
  type FileTicketRequest,
} from './fileTicket';
export * from './life';
export {
  MAX_PAGE_SIZE,
  listTicketsQuerySchema,
  pageQuerySchema,
  ticketSortSchema,
  type ListTicketsQuery,
  type PageQuery,
  type TicketSort,
} from './listTickets';
export * from './people';
export * from './relations';
export * from './ticketFilter';
export {
  MAX_ATTACHMENTS,
  MAX_MESSAGE_LENGTH,
  MAX_SEARCH_LENGTH,
  MAX_SUBJECT_LENGTH,
  MAX_TAGS,
  messageBodySchema,
  subjectSchema,
  tagSchema,
} from './text';
export * from './views';
