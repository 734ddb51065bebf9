import {
  type TicketsApi,
  type TicketsChangeOptions,
  addMessageRequestSchema,
  changeStatusRequestSchema,
  editTicketRequestSchema,
  fileTicketRequestSchema,
  handOverRequestSchema,
  listTicketsQuerySchema,
  pageQuerySchema,
  ticketFilterSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';

/**
 * The desk as one caller uses it, without HTTP between.
 *
 * @param callerOf - finds the caller, when something is done
 */
export function deskAsTicketsApi(
  desk: Desk,
  callerOf: () => Promise<Caller>,
): TicketsApi {
  const target = (ticket: string, options?: TicketsChangeOptions) => ({
    ticket,
    version: options?.version,
  });
  return {
    describeDesk: async () => desk.describe(await callerOf()),
    fileTicket: async request =>
      desk.file(await callerOf(), fileTicketRequestSchema.parse(request)),
    listTickets: async query =>
      desk.list(await callerOf(), listTicketsQuerySchema.parse(query ?? {})),
    countTickets: async filter =>
      desk.count(await callerOf(), ticketFilterSchema.parse(filter ?? {})),
    getTicket: async ticket => desk.get(await callerOf(), ticket),
    listMessages: async (ticket, query) =>
      desk.messages(
        await callerOf(),
        ticket,
        pageQuerySchema.parse(query ?? {}),
      ),
    listEvents: async (ticket, query) =>
      desk.events(await callerOf(), ticket, pageQuerySchema.parse(query ?? {})),
    addMessage: async (ticket, request, options) =>
      desk.addMessage(
        await callerOf(),
        target(ticket, options),
        addMessageRequestSchema.parse(request),
      ),
    editTicket: async (ticket, request, options) =>
      desk.edit(
        await callerOf(),
        target(ticket, options),
        editTicketRequestSchema.parse(request),
      ),
    changeStatus: async (ticket, status, options) =>
      desk.changeStatus(
        await callerOf(),
        target(ticket, options),
        changeStatusRequestSchema.parse({ status }).status,
      ),
    takeOver: async (ticket, options) =>
      desk.takeOver(await callerOf(), target(ticket, options)),
    handOver: async (ticket, request, options) =>
      desk.handOver(
        await callerOf(),
        target(ticket, options),
        handOverRequestSchema.parse(request),
      ),
    closeTicket: async (ticket, options) =>
      desk.close(await callerOf(), target(ticket, options)),
    reopenTicket: async (ticket, options) =>
      desk.reopen(await callerOf(), target(ticket, options)),
  };
}
