import { z } from 'zod';
import {
  type BulkResults,
  type Ticket,
  type TicketCounts,
  type TicketPage,
  type TicketWithMessages,
  type ViewCounts,
  bulkResultsSchema,
  ticketCountsSchema,
  ticketPageSchema,
  ticketSchema,
  ticketWithMessagesSchema,
  viewCountsSchema,
} from '../../model';
import { ticketCreatePermission } from '../../permissions';
import {
  type BulkRequest,
  type CountViewsRequest,
  type EditTicketRequest,
  type ExportTicketsQuery,
  type FileTicketRequest,
  type GetTicketQuery,
  type ListTicketsQuery,
  type TicketFilter,
  bulkRequestSchema,
  countViewsRequestSchema,
  editTicketRequestSchema,
  exportTicketsQuerySchema,
  fileTicketRequestSchema,
  getTicketQuerySchema,
  listTicketsQuerySchema,
  ticketFilterSchema,
} from '../../requests';
import { body, query } from '../input';
import { operation } from '../operation';
import {
  type OperationResponse,
  changed,
  created,
  found,
  nothing,
  page,
} from '../response';

/** The ticket after a change. */
export const changedTicket = changed<Ticket>(ticketSchema, { versioned: true });

/** A new ticket. */
export const createdTicket = created<Ticket>(ticketSchema, {
  location: '/tickets/{id}',
  versioned: true,
});

const exportedTickets: OperationResponse<ReadableStream<Uint8Array>> = {
  status: 200,
  read: 'stream',
  content: {
    'text/csv': undefined,
    'application/json': z.array(ticketSchema),
    'application/x-ndjson': undefined,
  },
  file: true,
};

/** Tickets and lists of them. @public */
export const ticketOperations = {
  /**
   * File a ticket.
   *
   * Only the subject is required; the desk finds the team. Some fields are for
   * agents only.
   *
   * @returns The ticket that was filed.
   */
  fileTicket: operation({
    method: 'POST',
    path: '/tickets',
    permission: ticketCreatePermission,
    headers: ['Idempotency-Key'],
    input: body<FileTicketRequest>(fileTicketRequestSchema),
    response: createdTicket,
  }),

  /**
   * One page of the tickets that match and that the caller may see.
   *
   * Values of one filter are alternatives, different filters narrow each other.
   * Repeat a parameter to give it several values: `category=a&category=b`.
   * Sorted by `dueAt`, the list leaves out tickets of which the caller is not
   * an agent.
   */
  listTickets: operation({
    method: 'GET',
    path: '/tickets',
    input: query<Partial<ListTicketsQuery>, ListTicketsQuery>(
      listTicketsQuerySchema,
    ),
    response: page<TicketPage>(ticketPageSchema),
  }),

  /**
   * How many tickets match and may be seen, by light.
   *
   * Counting the tickets of one light stops at 10,000.
   */
  countTickets: operation({
    method: 'GET',
    path: '/counts',
    input: query<TicketFilter>(ticketFilterSchema),
    response: found<TicketCounts>(ticketCountsSchema),
  }),

  /**
   * How many tickets of several views may be seen, up to a cap.
   *
   * It is a `POST` only because the filters are too long for a URL.
   */
  countViews: operation({
    method: 'POST',
    path: '/counts',
    input: body<
      Omit<CountViewsRequest, 'cap'> & { cap?: number },
      CountViewsRequest
    >(countViewsRequestSchema),
    response: found<ViewCounts>(viewCountsSchema),
  }),

  /**
   * One ticket as the caller may see it.
   *
   * With its newest messages, if requested. The counter of its number is enough
   * if only one ticket has it.
   */
  getTicket: operation({
    method: 'GET',
    path: '/tickets/{ticket}',
    input: query<GetTicketQuery>(getTicketQuerySchema),
    response: found<TicketWithMessages>(ticketWithMessagesSchema, {
      versioned: true,
    }),
  }),

  /**
   * Change fields of a ticket.
   *
   * Given fields are changed, others stay as they are.
   */
  editTicket: operation({
    method: 'PATCH',
    path: '/tickets/{ticket}',
    actions: ['edit', 'classify'],
    headers: ['If-Match'],
    input: body<EditTicketRequest>(editTicketRequestSchema),
    response: changedTicket,
  }),

  /** Delete a ticket with its messages and files permanently. */
  deleteTicket: operation({
    method: 'DELETE',
    path: '/tickets/{ticket}',
    actions: ['delete'],
    headers: ['If-Match'],
    response: nothing,
  }),

  /**
   * Record that the caller has looked at the ticket.
   *
   * The workflow may react.
   */
  markRead: operation({
    method: 'POST',
    path: '/tickets/{ticket}/read',
    response: changedTicket,
  }),

  /**
   * All tickets that match and that the caller may see, in one file.
   *
   * The same tickets as in the list. What the caller may see is decided when
   * the export begins. A response that could not be finished is cut off; a JSON
   * array is complete when it is closed. In CSV, columns that only agents of a
   * ticket may see are empty for others, and a cell that a spreadsheet would
   * take for a formula begins with an apostrophe; dates are in `timeZone`, with
   * their offset from UTC. Unknown values in the filter are not an error here;
   * the list and the counts with the same filter return them as `warnings`.
   *
   * @returns The tickets.
   */
  exportTickets: operation({
    method: 'GET',
    path: '/export',
    input: query<Partial<ExportTicketsQuery>, ExportTicketsQuery>(
      exportTicketsQuerySchema,
    ),
    response: exportedTickets,
  }),

  /** Make the same change to many tickets, each in a transaction of its own. */
  changeTickets: operation({
    method: 'POST',
    path: '/bulk',
    input: body<BulkRequest>(bulkRequestSchema),
    response: found<BulkResults>(bulkResultsSchema),
  }),
};
