import type { TicketsApi } from './TicketsApi';
import * as calls from './calls';
import { type Send, sender } from './sender';

/**
 * Talks to the desk from a browser or from another backend.
 * @public
 */
export class TicketsClient implements TicketsApi {
  readonly #send: Send;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#send = sender(options);
  }

  /** {@inheritDoc TicketsApi.describeDesk} */
  readonly describeDesk: TicketsApi['describeDesk'] = (...args) =>
    this.#send(calls.describeDesk(...args));

  /** {@inheritDoc TicketsApi.fileTicket} */
  readonly fileTicket: TicketsApi['fileTicket'] = (...args) =>
    this.#send(calls.fileTicket(...args));

  /** {@inheritDoc TicketsApi.listTickets} */
  readonly listTickets: TicketsApi['listTickets'] = (...args) =>
    this.#send(calls.listTickets(...args));

  /** {@inheritDoc TicketsApi.countTickets} */
  readonly countTickets: TicketsApi['countTickets'] = (...args) =>
    this.#send(calls.countTickets(...args));

  /** {@inheritDoc TicketsApi.countViews} */
  readonly countViews: TicketsApi['countViews'] = (...args) =>
    this.#send(calls.countViews(...args));

  /** {@inheritDoc TicketsApi.exportTickets} */
  readonly exportTickets: TicketsApi['exportTickets'] = (...args) =>
    this.#send(calls.exportTickets(...args));

  /** {@inheritDoc TicketsApi.getTicket} */
  readonly getTicket: TicketsApi['getTicket'] = (...args) =>
    this.#send(calls.getTicket(...args));

  /** {@inheritDoc TicketsApi.getTicketWithMessages} */
  readonly getTicketWithMessages: TicketsApi['getTicketWithMessages'] = (
    ...args
  ) => this.#send(calls.getTicketWithMessages(...args));

  /** {@inheritDoc TicketsApi.editTicket} */
  readonly editTicket: TicketsApi['editTicket'] = (...args) =>
    this.#send(calls.editTicket(...args));

  /** {@inheritDoc TicketsApi.deleteTicket} */
  readonly deleteTicket: TicketsApi['deleteTicket'] = (...args) =>
    this.#send(calls.deleteTicket(...args));

  /** {@inheritDoc TicketsApi.markRead} */
  readonly markRead: TicketsApi['markRead'] = (...args) =>
    this.#send(calls.markRead(...args));

  /** {@inheritDoc TicketsApi.listMessages} */
  readonly listMessages: TicketsApi['listMessages'] = (...args) =>
    this.#send(calls.listMessages(...args));

  /** {@inheritDoc TicketsApi.listEvents} */
  readonly listEvents: TicketsApi['listEvents'] = (...args) =>
    this.#send(calls.listEvents(...args));

  /** {@inheritDoc TicketsApi.listStages} */
  readonly listStages: TicketsApi['listStages'] = (...args) =>
    this.#send(calls.listStages(...args));

  /** {@inheritDoc TicketsApi.addMessage} */
  readonly addMessage: TicketsApi['addMessage'] = (...args) =>
    this.#send(calls.addMessage(...args));

  /** {@inheritDoc TicketsApi.uploadFile} */
  readonly uploadFile: TicketsApi['uploadFile'] = (...args) =>
    this.#send(calls.uploadFile(...args));

  /** {@inheritDoc TicketsApi.downloadFile} */
  readonly downloadFile: TicketsApi['downloadFile'] = (...args) =>
    this.#send(calls.downloadFile(...args));

  /** {@inheritDoc TicketsApi.discardFile} */
  readonly discardFile: TicketsApi['discardFile'] = (...args) =>
    this.#send(calls.discardFile(...args));

  /** {@inheritDoc TicketsApi.takeOver} */
  readonly takeOver: TicketsApi['takeOver'] = (...args) =>
    this.#send(calls.takeOver(...args));

  /** {@inheritDoc TicketsApi.handOver} */
  readonly handOver: TicketsApi['handOver'] = (...args) =>
    this.#send(calls.handOver(...args));

  /** {@inheritDoc TicketsApi.changeStatus} */
  readonly changeStatus: TicketsApi['changeStatus'] = (...args) =>
    this.#send(calls.changeStatus(...args));

  /** {@inheritDoc TicketsApi.postponeTicket} */
  readonly postponeTicket: TicketsApi['postponeTicket'] = (...args) =>
    this.#send(calls.postponeTicket(...args));

  /** {@inheritDoc TicketsApi.solveTicket} */
  readonly solveTicket: TicketsApi['solveTicket'] = (...args) =>
    this.#send(calls.solveTicket(...args));

  /** {@inheritDoc TicketsApi.closeTicket} */
  readonly closeTicket: TicketsApi['closeTicket'] = (...args) =>
    this.#send(calls.closeTicket(...args));

  /** {@inheritDoc TicketsApi.reopenTicket} */
  readonly reopenTicket: TicketsApi['reopenTicket'] = (...args) =>
    this.#send(calls.reopenTicket(...args));

  /** {@inheritDoc TicketsApi.archiveTicket} */
  readonly archiveTicket: TicketsApi['archiveTicket'] = (...args) =>
    this.#send(calls.archiveTicket(...args));

  /** {@inheritDoc TicketsApi.reactivateTicket} */
  readonly reactivateTicket: TicketsApi['reactivateTicket'] = (...args) =>
    this.#send(calls.reactivateTicket(...args));

  /** {@inheritDoc TicketsApi.rateTicket} */
  readonly rateTicket: TicketsApi['rateTicket'] = (...args) =>
    this.#send(calls.rateTicket(...args));

  /** {@inheritDoc TicketsApi.addPerson} */
  readonly addPerson: TicketsApi['addPerson'] = (...args) =>
    this.#send(calls.addPerson(...args));

  /** {@inheritDoc TicketsApi.removePerson} */
  readonly removePerson: TicketsApi['removePerson'] = (...args) =>
    this.#send(calls.removePerson(...args));

  /** {@inheritDoc TicketsApi.setOrganisationAccess} */
  readonly setOrganisationAccess: TicketsApi['setOrganisationAccess'] = (
    ...args
  ) => this.#send(calls.setOrganisationAccess(...args));

  /** {@inheritDoc TicketsApi.listLinks} */
  readonly listLinks: TicketsApi['listLinks'] = (...args) =>
    this.#send(calls.listLinks(...args));

  /** {@inheritDoc TicketsApi.linkTickets} */
  readonly linkTickets: TicketsApi['linkTickets'] = (...args) =>
    this.#send(calls.linkTickets(...args));

  /** {@inheritDoc TicketsApi.unlinkTickets} */
  readonly unlinkTickets: TicketsApi['unlinkTickets'] = (...args) =>
    this.#send(calls.unlinkTickets(...args));

  /** {@inheritDoc TicketsApi.mergeTicket} */
  readonly mergeTicket: TicketsApi['mergeTicket'] = (...args) =>
    this.#send(calls.mergeTicket(...args));

  /** {@inheritDoc TicketsApi.splitTicket} */
  readonly splitTicket: TicketsApi['splitTicket'] = (...args) =>
    this.#send(calls.splitTicket(...args));

  /** {@inheritDoc TicketsApi.createWorkOrder} */
  readonly createWorkOrder: TicketsApi['createWorkOrder'] = (...args) =>
    this.#send(calls.createWorkOrder(...args));

  /** {@inheritDoc TicketsApi.listCannedReplies} */
  readonly listCannedReplies: TicketsApi['listCannedReplies'] = (...args) =>
    this.#send(calls.listCannedReplies(...args));

  /** {@inheritDoc TicketsApi.applyCannedReply} */
  readonly applyCannedReply: TicketsApi['applyCannedReply'] = (...args) =>
    this.#send(calls.applyCannedReply(...args));

  /** {@inheritDoc TicketsApi.changeTickets} */
  readonly changeTickets: TicketsApi['changeTickets'] = (...args) =>
    this.#send(calls.changeTickets(...args));

  /** {@inheritDoc TicketsApi.listAbsences} */
  readonly listAbsences: TicketsApi['listAbsences'] = (...args) =>
    this.#send(calls.listAbsences(...args));

  /** {@inheritDoc TicketsApi.setAbsence} */
  readonly setAbsence: TicketsApi['setAbsence'] = (...args) =>
    this.#send(calls.setAbsence(...args));

  /** {@inheritDoc TicketsApi.endAbsence} */
  readonly endAbsence: TicketsApi['endAbsence'] = (...args) =>
    this.#send(calls.endAbsence(...args));

  /** {@inheritDoc TicketsApi.searchTickets} */
  readonly searchTickets: TicketsApi['searchTickets'] = (...args) =>
    this.#send(calls.searchTickets(...args));

  /** {@inheritDoc TicketsApi.similarTickets} */
  readonly similarTickets: TicketsApi['similarTickets'] = (...args) =>
    this.#send(calls.similarTickets(...args));

  /** {@inheritDoc TicketsApi.getReportSummary} */
  readonly getReportSummary: TicketsApi['getReportSummary'] = (...args) =>
    this.#send(calls.getReportSummary(...args));

  /** {@inheritDoc TicketsApi.getReportGroups} */
  readonly getReportGroups: TicketsApi['getReportGroups'] = (...args) =>
    this.#send(calls.getReportGroups(...args));

  /** {@inheritDoc TicketsApi.getReportTrend} */
  readonly getReportTrend: TicketsApi['getReportTrend'] = (...args) =>
    this.#send(calls.getReportTrend(...args));

  /** {@inheritDoc TicketsApi.listParkedNotices} */
  readonly listParkedNotices: TicketsApi['listParkedNotices'] = (...args) =>
    this.#send(calls.listParkedNotices(...args));

  /** {@inheritDoc TicketsApi.retryParkedNotice} */
  readonly retryParkedNotice: TicketsApi['retryParkedNotice'] = (...args) =>
    this.#send(calls.retryParkedNotice(...args));

  /** {@inheritDoc TicketsApi.discardParkedNotice} */
  readonly discardParkedNotice: TicketsApi['discardParkedNotice'] = (...args) =>
    this.#send(calls.discardParkedNotice(...args));

  /** {@inheritDoc TicketsApi.listViews} */
  readonly listViews: TicketsApi['listViews'] = (...args) =>
    this.#send(calls.listViews(...args));

  /** {@inheritDoc TicketsApi.createView} */
  readonly createView: TicketsApi['createView'] = (...args) =>
    this.#send(calls.createView(...args));

  /** {@inheritDoc TicketsApi.getView} */
  readonly getView: TicketsApi['getView'] = (...args) =>
    this.#send(calls.getView(...args));

  /** {@inheritDoc TicketsApi.editView} */
  readonly editView: TicketsApi['editView'] = (...args) =>
    this.#send(calls.editView(...args));

  /** {@inheritDoc TicketsApi.deleteView} */
  readonly deleteView: TicketsApi['deleteView'] = (...args) =>
    this.#send(calls.deleteView(...args));
}
