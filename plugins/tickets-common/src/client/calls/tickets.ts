import {
  type BulkResults,
  type DeskDescription,
  type Ticket,
  type TicketCounts,
  type TicketPage,
  type TicketWithMessages,
  type ViewCounts,
  bulkResultsSchema,
  deskDescriptionSchema,
  ticketCountsSchema,
  ticketPageSchema,
  ticketSchema,
  ticketWithMessagesSchema,
  viewCountsSchema,
} from '../../model';
import type {
  BulkRequest,
  CountViewsRequest,
  EditTicketRequest,
  ExportTicketsQuery,
  FileTicketRequest,
  ListTicketsQuery,
  TicketFilter,
} from '../../requests';
import { type Call, json, nothing, stream, ticketPath } from '../Call';
import type {
  TicketsChangeOptions,
  TicketsCreateOptions,
  TicketsRequestOptions,
} from '../TicketsApi';

export const describeDesk = (
  options?: TicketsRequestOptions,
): Call<DeskDescription> => ({
  method: 'GET',
  path: 'desk',
  options,
  read: json(deskDescriptionSchema),
});

export const fileTicket = (
  body: FileTicketRequest,
  options?: TicketsCreateOptions,
): Call<Ticket> => ({
  method: 'POST',
  path: 'tickets',
  body,
  options,
  read: json(ticketSchema),
});

export const listTickets = (
  query?: Partial<ListTicketsQuery>,
  options?: TicketsRequestOptions,
): Call<TicketPage> => ({
  method: 'GET',
  path: 'tickets',
  query,
  options,
  read: json(ticketPageSchema),
});

export const countTickets = (
  query?: TicketFilter,
  options?: TicketsRequestOptions,
): Call<TicketCounts> => ({
  method: 'GET',
  path: 'counts',
  query,
  options,
  read: json(ticketCountsSchema),
});

export const countViews = (
  body: Omit<CountViewsRequest, 'cap'> & { cap?: number },
  options?: TicketsRequestOptions,
): Call<ViewCounts> => ({
  method: 'POST',
  path: 'counts',
  body,
  options,
  read: json(viewCountsSchema),
});

export const exportTickets = (
  query?: Partial<ExportTicketsQuery>,
  options?: TicketsRequestOptions,
): Call<ReadableStream<Uint8Array>> => ({
  method: 'GET',
  path: 'export',
  query,
  options,
  read: stream,
});

export const getTicket = (
  ticket: string,
  options?: TicketsRequestOptions,
): Call<Ticket> => ({
  method: 'GET',
  path: ticketPath(ticket),
  options,
  read: json(ticketSchema),
});

export const getTicketWithMessages = (
  ticket: string,
  options?: TicketsRequestOptions,
): Call<TicketWithMessages> => ({
  method: 'GET',
  path: ticketPath(ticket),
  query: { include: 'messages' },
  options,
  read: json(ticketWithMessagesSchema),
});

export const editTicket = (
  ticket: string,
  body: EditTicketRequest,
  options?: TicketsChangeOptions,
): Call<Ticket> => ({
  method: 'PATCH',
  path: ticketPath(ticket),
  body,
  options,
  read: json(ticketSchema),
});

export const deleteTicket = (
  ticket: string,
  options?: TicketsChangeOptions,
): Call<void> => ({
  method: 'DELETE',
  path: ticketPath(ticket),
  options,
  read: nothing,
});

export const markRead = (
  ticket: string,
  options?: TicketsRequestOptions,
): Call<Ticket> => ({
  method: 'POST',
  path: ticketPath(ticket, 'read'),
  options,
  read: json(ticketSchema),
});

export const changeTickets = (
  body: BulkRequest,
  options?: TicketsRequestOptions,
): Call<BulkResults> => ({
  method: 'POST',
  path: 'bulk',
  body,
  options,
  read: json(bulkResultsSchema),
});
