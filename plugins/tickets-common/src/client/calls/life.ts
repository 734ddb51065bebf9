import { type Ticket, ticketSchema } from '../../model';
import type {
  ChangeStatusRequest,
  EndTicketRequest,
  HandOverRequest,
  PostponeRequest,
  RateRequest,
} from '../../requests';
import { type Call, json, ticketPath } from '../Call';
import type { TicketsChangeOptions } from '../TicketsApi';

function post(
  step: string,
  ticket: string,
  body: unknown,
  options?: TicketsChangeOptions,
): Call<Ticket> {
  return {
    method: 'POST',
    path: ticketPath(ticket, step),
    body,
    options,
    read: json(ticketSchema),
  };
}

function put(
  resource: string,
  ticket: string,
  body: unknown,
  options?: TicketsChangeOptions,
): Call<Ticket> {
  return { ...post(resource, ticket, body, options), method: 'PUT' };
}

export const takeOver = (ticket: string, options?: TicketsChangeOptions) =>
  post('take-over', ticket, undefined, options);

export const handOver = (
  ticket: string,
  request: HandOverRequest,
  options?: TicketsChangeOptions,
) => put('assignment', ticket, request, options);

export const changeStatus = (
  ticket: string,
  request: ChangeStatusRequest,
  options?: TicketsChangeOptions,
) => put('status', ticket, request, options);

export const postponeTicket = (
  ticket: string,
  request: PostponeRequest,
  options?: TicketsChangeOptions,
) => post('postpone', ticket, request, options);

export const solveTicket = (
  ticket: string,
  request?: EndTicketRequest,
  options?: TicketsChangeOptions,
) => post('solve', ticket, request, options);

export const closeTicket = (
  ticket: string,
  request?: EndTicketRequest,
  options?: TicketsChangeOptions,
) => post('close', ticket, request, options);

export const reopenTicket = (
  ticket: string,
  request?: EndTicketRequest,
  options?: TicketsChangeOptions,
) => post('reopen', ticket, request, options);

export const archiveTicket = (ticket: string, options?: TicketsChangeOptions) =>
  post('archive', ticket, undefined, options);

export const reactivateTicket = (
  ticket: string,
  options?: TicketsChangeOptions,
) => post('reactivate', ticket, undefined, options);

export const rateTicket = (
  ticket: string,
  request: RateRequest,
  options?: TicketsChangeOptions,
) => put('rating', ticket, request, options);
