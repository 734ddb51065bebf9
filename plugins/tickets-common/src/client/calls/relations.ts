import {
  type Ticket,
  type TicketLinks,
  ticketLinksSchema,
  ticketSchema,
} from '../../model';
import type {
  LinkRequest,
  MergeRequest,
  SplitRequest,
  WorkOrderRequest,
} from '../../requests';
import { type Call, json, ticketPath } from '../Call';
import type {
  TicketsChangeOptions,
  TicketsRequestOptions,
} from '../TicketsApi';

export const listLinks = (
  ticket: string,
  options?: TicketsRequestOptions,
): Call<TicketLinks> => ({
  method: 'GET',
  path: ticketPath(ticket, 'links'),
  options,
  read: json(ticketLinksSchema),
});

export const linkTickets = (
  ticket: string,
  body: LinkRequest,
  options?: TicketsChangeOptions,
): Call<TicketLinks> => ({
  method: 'POST',
  path: ticketPath(ticket, 'links'),
  body,
  options,
  read: json(ticketLinksSchema),
});

export const unlinkTickets = (
  ticket: string,
  { type, ticket: other, outward }: LinkRequest,
  options?: TicketsChangeOptions,
): Call<TicketLinks> => ({
  method: 'DELETE',
  path: ticketPath(ticket, 'links'),
  query: { type, ticket: other, outward },
  options,
  read: json(ticketLinksSchema),
});

export const mergeTicket = (
  ticket: string,
  body: MergeRequest,
  options?: TicketsChangeOptions,
): Call<Ticket> => ({
  method: 'POST',
  path: ticketPath(ticket, 'merge'),
  body,
  options,
  read: json(ticketSchema),
});

export const splitTicket = (
  ticket: string,
  body: SplitRequest,
  options?: TicketsChangeOptions,
): Call<Ticket> => ({
  method: 'POST',
  path: ticketPath(ticket, 'split'),
  body,
  options,
  read: json(ticketSchema),
});

export const createWorkOrder = (
  ticket: string,
  body?: WorkOrderRequest,
  options?: TicketsChangeOptions,
): Call<Ticket> => ({
  method: 'POST',
  path: ticketPath(ticket, 'work-orders'),
  body,
  options,
  read: json(ticketSchema),
});
