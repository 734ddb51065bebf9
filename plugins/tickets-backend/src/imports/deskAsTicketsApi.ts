import {
  type TicketsApi,
  type TicketsChangeOptions,
  addMessageRequestSchema,
  editTicketRequestSchema,
  fileTicketRequestSchema,
  handOverRequestSchema,
  listTicketsQuerySchema,
  pageQuerySchema,
  ticketFilterSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';

/** The desk as one caller uses it, without HTTP between. */
export function deskAsTicketsApi(
  desk: Desk,
  caller: Promise<Caller>,
): TicketsApi {
  const target = (ticket: string, options?: TicketsChangeOptions) => ({
    ticket,
    version: options?.version,
  });
  return {
    describeDesk: async () => desk.describe(await caller),
    fileTicket: async request =>
      desk.file(await caller, fileTicketRequestSchema.parse(request)),
    listTickets: async query =>
      desk.list(await caller, listTicketsQuerySchema.parse(query ?? {})),
    countTickets: async filter =>
      desk.count(await caller, ticketFilterSchema.parse(filter ?? {})),
    getTicket: async ticket => desk.get(await caller, ticket),
    listMessages: async (ticket, query) =>
      desk.messages(await caller, ticket, pageQuerySchema.parse(query ?? {})),
    listEvents: async (ticket, query) =>
      desk.events(await caller, ticket, pageQuerySchema.parse(query ?? {})),
    addMessage: async (ticket, request, options) =>
      desk.addMessage(
        await caller,
        target(ticket, options),
        addMessageRequestSchema.parse(request),
      ),
    editTicket: async (ticket, request, options) =>
      desk.edit(
        await caller,
        target(ticket, options),
        editTicketRequestSchema.parse(request),
      ),
    changeStatus: async (ticket, status, options) =>
      desk.changeStatus(await caller, target(ticket, options), status),
    takeOver: async (ticket, options) =>
      desk.takeOver(await caller, target(ticket, options)),
    handOver: async (ticket, request, options) =>
      desk.handOver(
        await caller,
        target(ticket, options),
        handOverRequestSchema.parse(request),
      ),
    closeTicket: async (ticket, options) =>
      desk.close(await caller, target(ticket, options)),
    reopenTicket: async (ticket, options) =>
      desk.reopen(await caller, target(ticket, options)),
  };
}
