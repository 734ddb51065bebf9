import { NotImplementedError } from '@backstage/errors';
import {
  type TicketsApi,
  type TicketsChangeOptions,
  type TicketsCreateOptions,
  absenceRequestSchema,
  addMessageRequestSchema,
  bulkRequestSchema,
  changeStatusRequestSchema,
  countViewsRequestSchema,
  createViewRequestSchema,
  editTicketRequestSchema,
  editViewRequestSchema,
  endTicketRequestSchema,
  fileTicketRequestSchema,
  handOverRequestSchema,
  linkRequestSchema,
  listTicketsQuerySchema,
  listViewsQuerySchema,
  mergeRequestSchema,
  organisationAccessRequestSchema,
  pageQuerySchema,
  personRequestSchema,
  postponeRequestSchema,
  rateRequestSchema,
  reportGroupsQuerySchema,
  reportQuerySchema,
  reportTrendQuerySchema,
  searchQuerySchema,
  similarQuerySchema,
  splitRequestSchema,
  ticketFilterSchema,
  userRefSchema,
  workOrderRequestSchema,
} from '@portaldesk/plugin-tickets-common';
import type { z } from 'zod';
import type { Caller } from '../desk/Caller';
import type { Delivery, Desk, TicketTarget } from '../desk/Desk';

/**
 * The desk as one caller uses it, without HTTP between. Files and parked
 * notices are not part of it.
 *
 * @param callerOf - finds the caller, when something is done
 */
export function deskAsTicketsApi(
  desk: Desk,
  callerOf: () => Promise<Caller>,
): TicketsApi {
  /** A step that needs to know no more than the ticket. */
  const step =
    <Result>(take: (caller: Caller, target: TicketTarget) => Promise<Result>) =>
    async (ticket: string, options?: TicketsChangeOptions) =>
      take(await callerOf(), targetOf(ticket, options));

  /** A change that a request describes. */
  const change =
    <Schema extends z.ZodType, Result>(
      schema: Schema,
      make: (
        caller: Caller,
        target: TicketTarget,
        request: z.output<Schema>,
        delivery: Delivery,
      ) => Promise<Result>,
    ) =>
    async (
      ticket: string,
      request?: z.input<Schema>,
      options?: TicketsChangeOptions & TicketsCreateOptions,
    ) =>
      make(
        await callerOf(),
        targetOf(ticket, options),
        schema.parse(request ?? {}),
        deliveryOf(options),
      );

  return {
    describeDesk: async () => desk.describe(await callerOf()),
    fileTicket: async (request, options) =>
      desk.file(
        await callerOf(),
        fileTicketRequestSchema.parse(request),
        deliveryOf(options),
      ),
    listTickets: async query =>
      desk.list(await callerOf(), listTicketsQuerySchema.parse(query ?? {})),
    countTickets: async filter =>
      desk.count(await callerOf(), ticketFilterSchema.parse(filter ?? {})),
    countViews: async request =>
      desk.countViews(await callerOf(), countViewsRequestSchema.parse(request)),
    exportTickets: notHere('exports'),
    getTicket: async ticket => desk.get(await callerOf(), ticket),
    getTicketWithMessages: async ticket =>
      desk.getWithMessages(await callerOf(), ticket),
    editTicket: change(editTicketRequestSchema, desk.edit),
    deleteTicket: step(desk.delete),
    markRead: step(desk.markRead),

    listMessages: async (ticket, query) =>
      desk.messages(
        await callerOf(),
        ticket,
        pageQuerySchema.parse(query ?? {}),
      ),
    listEvents: async (ticket, query) =>
      desk.events(await callerOf(), ticket, pageQuerySchema.parse(query ?? {})),
    listStages: async ticket => desk.stages(await callerOf(), ticket),
    addMessage: change(addMessageRequestSchema, desk.addMessage),
    uploadFile: notHere('files'),
    downloadFile: notHere('files'),
    discardFile: notHere('files'),

    takeOver: step(desk.takeOver),
    handOver: change(handOverRequestSchema, desk.handOver),
    changeStatus: change(changeStatusRequestSchema, desk.changeStatus),
    postponeTicket: change(postponeRequestSchema, desk.postpone),
    solveTicket: change(endTicketRequestSchema, desk.solve),
    closeTicket: change(endTicketRequestSchema, desk.close),
    reopenTicket: change(endTicketRequestSchema, desk.reopen),
    archiveTicket: step(desk.archive),
    reactivateTicket: step(desk.reactivate),
    rateTicket: change(rateRequestSchema, desk.rate),

    addPerson: change(personRequestSchema, desk.addPerson),
    removePerson: change(personRequestSchema, desk.removePerson),
    setOrganisationAccess: change(
      organisationAccessRequestSchema,
      desk.setOrganisationAccess,
    ),

    listLinks: async ticket => desk.links(await callerOf(), ticket),
    linkTickets: change(linkRequestSchema, desk.link),
    unlinkTickets: change(linkRequestSchema, desk.unlink),
    mergeTicket: change(mergeRequestSchema, desk.merge),
    splitTicket: change(splitRequestSchema, desk.split),
    createWorkOrder: change(workOrderRequestSchema, desk.createWorkOrder),

    listCannedReplies: async ticket =>
      desk.cannedReplies(await callerOf(), ticket),
    applyCannedReply: async (ticket, cannedReply, options) =>
      desk.applyCannedReply(
        await callerOf(),
        targetOf(ticket, options),
        cannedReply,
      ),
    changeTickets: async request =>
      desk.bulk(await callerOf(), bulkRequestSchema.parse(request)),

    listAbsences: async () => desk.absences(await callerOf()),
    setAbsence: async request =>
      desk.setAbsence(await callerOf(), absenceRequestSchema.parse(request)),
    endAbsence: async person =>
      desk.endAbsence(await callerOf(), userRefSchema.parse(person)),

    listViews: async query =>
      desk.views(await callerOf(), listViewsQuerySchema.parse(query ?? {})),
    createView: async (request, options) =>
      desk.createView(
        await callerOf(),
        createViewRequestSchema.parse(request),
        deliveryOf(options),
      ),
    getView: async view => desk.view(await callerOf(), view),
    editView: async (view, request, options) =>
      desk.editView(
        await callerOf(),
        { view, version: options?.version },
        editViewRequestSchema.parse(request),
      ),
    deleteView: async (view, options) =>
      desk.deleteView(await callerOf(), { view, version: options?.version }),

    searchTickets: async query =>
      desk.search(await callerOf(), searchQuerySchema.parse(query)),
    similarTickets: async query =>
      desk.similar(await callerOf(), similarQuerySchema.parse(query)),
    getReportSummary: async query =>
      desk.reportSummary(await callerOf(), reportQuerySchema.parse(query)),
    getReportGroups: async query =>
      desk.reportGroups(await callerOf(), reportGroupsQuerySchema.parse(query)),
    getReportTrend: async query =>
      desk.reportTrend(await callerOf(), reportTrendQuerySchema.parse(query)),
    listParkedNotices: notHere('parked notices'),
    retryParkedNotice: notHere('parked notices'),
    discardParkedNotice: notHere('parked notices'),
  };
}

function targetOf(
  ticket: string,
  options?: TicketsChangeOptions,
): TicketTarget {
  return { ticket, version: options?.version };
}

function deliveryOf(options?: TicketsCreateOptions): Delivery {
  return { idempotencyKey: options?.idempotencyKey };
}

function notHere(what: string): () => Promise<never> {
  return async () => {
    throw new NotImplementedError(`An import has no ${what} to work with`);
  };
}
