export * from './absences';
export * from './addMessage';
export * from './bulk';
export * from './countViews';
export { editTicketRequestSchema, type EditTicketRequest } from './editTicket';
export * from './exportTickets';
export {
  MAX_ASSETS,
  MAX_PEOPLE,
  fileTicketRequestSchema,
  type FileTicketRequest,
} from './fileTicket';
export * from './getTicket';
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
export * from './redactMessage';
export * from './relations';
export * from './ticketFilter';

export * from './reports';
export * from './search';
export * from './settings';
export { MAX_SEARCH_LENGTH } from './searchText';
export {
  MAX_ATTACHMENTS,
  MAX_MESSAGE_LENGTH,
  MAX_SUBJECT_LENGTH,
  MAX_TAGS,
  messageBodySchema,
  subjectSchema,
  tagSchema,
} from './text';
export * from './uploadFile';
export * from './views';
