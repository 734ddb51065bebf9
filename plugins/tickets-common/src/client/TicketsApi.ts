import type {
  Absence,
  Absences,
  Attachment,
  BulkResults,
  CannedReplies,
  DeskDescription,
  Message,
  MessagePage,
  ParkedNoticePage,
  ReportGroups,
  ReportSummary,
  ReportTrend,
  SearchPage,
  SimilarTickets,
  Ticket,
  TicketCounts,
  TicketEventPage,
  TicketLinks,
  TicketPage,
  TicketWithMessages,
  TicketStages,
  TicketView,
  TicketViews,
  ViewCounts,
} from '../model';
import type {
  AbsenceRequest,
  AddMessageRequest,
  BulkRequest,
  ChangeStatusRequest,
  CountViewsRequest,
  CreateViewRequest,
  EditTicketRequest,
  EditViewRequest,
  EndTicketRequest,
  ExportTicketsQuery,
  FileTicketRequest,
  HandOverRequest,
  LinkRequest,
  ListTicketsQuery,
  ListViewsQuery,
  MergeRequest,
  OrganisationAccessRequest,
  PageQuery,
  PersonRequest,
  PostponeRequest,
  RateRequest,
  ReportGroupsQuery,
  ReportQuery,
  ReportTrendQuery,
  SearchQuery,
  SimilarQuery,
  SplitRequest,
  TicketFilter,
  WorkOrderRequest,
} from '../requests';

/**
 * Options of one request.
 * @public
 */
export interface TicketsRequestOptions {
  /** Backstage token of the caller, where the fetch in use adds none by itself. */
  token?: string;
  /** Ends the request early. */
  signal?: AbortSignal;
}

/**
 * Options of a request that creates something.
 * @public
 */
export interface TicketsCreateOptions extends TicketsRequestOptions {
  /**
   * A random text chosen by the caller. A request with a key that the caller
   * used before does nothing, and is answered as the first one was; so it can
   * be sent again after a time-out. Kept for a day.
   */
  idempotencyKey?: string;
}

/**
 * Options of a request that changes a ticket or a saved view.
 * @public
 */
export interface TicketsChangeOptions extends TicketsRequestOptions {
  /**
   * The version that the caller saw. When somebody changed the ticket, or the
   * view, meanwhile, the request is refused with 412. Absent: change it
   * whatever its version.
   */
  version?: number;
}

/**
 * The desk over HTTP. A `ticket` is named by its id or its number.
 *
 * Every method throws a `ResponseError` when the desk refuses: 400 with the
 * path of the field, 403 for what the caller may not do, 404 for what does not
 * exist for the caller, 409 for what the ticket's state rules out, 412 for a
 * stale version.
 * @public
 */
export interface TicketsApi {
  /** The desk as it is configured, and what the caller is to it. */
  describeDesk(options?: TicketsRequestOptions): Promise<DeskDescription>;
  /** Files a ticket; the desk finds its team. */
  fileTicket(
    request: FileTicketRequest,
    options?: TicketsCreateOptions,
  ): Promise<Ticket>;
  /** One page of the tickets that match and that the caller may see. */
  listTickets(
    query?: Partial<ListTicketsQuery>,
    options?: TicketsRequestOptions,
  ): Promise<TicketPage>;
  /** How many tickets match and may be seen, by light. */
  countTickets(
    filter?: TicketFilter,
    options?: TicketsRequestOptions,
  ): Promise<TicketCounts>;
  /** How many tickets are in each of several views, up to a cap. */
  countViews(
    request: Omit<CountViewsRequest, 'cap'> & { cap?: number },
    options?: TicketsRequestOptions,
  ): Promise<ViewCounts>;
  /**
   * All tickets that match and that the caller may see: in CSV, in JSON, or
   * with a ticket in each line. Reading it fails when it could not be finished;
   * `new Response(stream).blob()` makes a file of it. Refused with 429 while
   * too many run.
   */
  exportTickets(
    query?: Partial<ExportTicketsQuery>,
    options?: TicketsRequestOptions,
  ): Promise<ReadableStream<Uint8Array>>;
  /**
   * One ticket as the caller may see it; the counter of its number is enough
   * where it means one ticket.
   */
  getTicket(ticket: string, options?: TicketsRequestOptions): Promise<Ticket>;
  /** The same with the newest page of its conversation, in one request. */
  getTicketWithMessages(
    ticket: string,
    options?: TicketsRequestOptions,
  ): Promise<TicketWithMessages>;
  /** Changes what is named; what is absent stays. */
  editTicket(
    ticket: string,
    request: EditTicketRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Removes the ticket with its messages and files, for good. */
  deleteTicket(ticket: string, options?: TicketsChangeOptions): Promise<void>;
  /** Says that the caller has looked at the ticket; the workflow may react. */
  markRead(ticket: string, options?: TicketsRequestOptions): Promise<Ticket>;

  /**
   * The conversation, newest message first; notes only for agents, private
   * messages only for those they are from and for.
   */
  listMessages(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ): Promise<MessagePage>;
  /** The history, newest event first, as far as the caller may see it. */
  listEvents(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ): Promise<TicketEventPage>;
  /** The statuses that it has been through, oldest first. */
  listStages(
    ticket: string,
    options?: TicketsRequestOptions,
  ): Promise<TicketStages>;
  /**
   * Adds a reply, a note or a private message, and sets a status in the same
   * step if one is named.
   */
  addMessage(
    ticket: string,
    request: AddMessageRequest,
    options?: TicketsChangeOptions & TicketsCreateOptions,
  ): Promise<Message>;
  /**
   * Uploads a file, to be attached by its id to a ticket or a message within a
   * day. Refused with 413 when it is too large, with 415 when files of its
   * type are not allowed.
   */
  uploadFile(
    file: { name: string; content: Blob },
    options?: TicketsRequestOptions,
  ): Promise<Attachment>;
  /** The content of a file, for those who may read its message. */
  downloadFile(id: string, options?: TicketsRequestOptions): Promise<Blob>;
  /** Removes a file that was uploaded and is not attached yet. */
  discardFile(id: string, options?: TicketsRequestOptions): Promise<void>;

  /** Makes the caller the assignee. */
  takeOver(ticket: string, options?: TicketsChangeOptions): Promise<Ticket>;
  /** Gives the ticket to another agent or team, or back into the queue. */
  handOver(
    ticket: string,
    request: HandOverRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Sets a configured status that may follow the present one. */
  changeStatus(
    ticket: string,
    request: ChangeStatusRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Puts the ticket aside until a time at which it comes back by itself. */
  postponeTicket(
    ticket: string,
    request: PostponeRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Solves the ticket; the requester can still reopen it. */
  solveTicket(
    ticket: string,
    request?: EndTicketRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Closes the ticket. */
  closeTicket(
    ticket: string,
    request?: EndTicketRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Opens an ended ticket again. */
  reopenTicket(
    ticket: string,
    request?: EndTicketRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Takes an ended ticket out of the lists; it stays readable. */
  archiveTicket(
    ticket: string,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Brings an archived ticket back into the lists. */
  reactivateTicket(
    ticket: string,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Says how good the service was; once more changes it. */
  rateTicket(
    ticket: string,
    request: RateRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;

  /** Adds a person or group, or makes somebody, or oneself, a watcher. */
  addPerson(
    ticket: string,
    request: PersonRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Takes away the part that somebody has in the ticket. */
  removePerson(
    ticket: string,
    request: PersonRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /**
   * Grants or revokes the access of the requester's organisation: of its
   * members, and those of all groups inside of it.
   */
  setOrganisationAccess(
    ticket: string,
    request: OrganisationAccessRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;

  /** The links to those tickets that the caller may read. */
  listLinks(
    ticket: string,
    options?: TicketsRequestOptions,
  ): Promise<TicketLinks>;
  /** Links the ticket with another one; a link that there is stays. */
  linkTickets(
    ticket: string,
    request: LinkRequest,
    options?: TicketsChangeOptions,
  ): Promise<TicketLinks>;
  /** Takes a link away; that there is none is as good. */
  unlinkTickets(
    ticket: string,
    request: LinkRequest,
    options?: TicketsChangeOptions,
  ): Promise<TicketLinks>;
  /**
   * Puts the ticket into another one, where its conversation, files, people and
   * number lead from then on.
   *
   * @returns the other ticket
   */
  mergeTicket(
    ticket: string,
    request: MergeRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /**
   * Makes a reply the first message of a ticket of its own.
   *
   * @returns the new ticket
   */
  splitTicket(
    ticket: string,
    request: SplitRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /**
   * Files an internal ticket for work that the ticket needs.
   *
   * @returns the work order
   */
  createWorkOrder(
    ticket: string,
    request?: WorkOrderRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;

  /** The canned replies that fit, their placeholders filled in. */
  listCannedReplies(
    ticket: string,
    options?: TicketsRequestOptions,
  ): Promise<CannedReplies>;
  /** Sends a canned reply and changes what it says, in one step. */
  applyCannedReply(
    ticket: string,
    cannedReply: string,
    options?: TicketsChangeOptions,
  ): Promise<Message>;
  /** Does the same to many tickets, each in a step of its own. */
  changeTickets(
    request: BulkRequest,
    options?: TicketsRequestOptions,
  ): Promise<BulkResults>;

  /**
   * Those absent now or later: for agents in all teams (in their own groups,
   * where no teams are configured), for admins all.
   */
  listAbsences(options?: TicketsRequestOptions): Promise<Absences>;
  /** Agents for themselves and their teams, admins for everybody. */
  setAbsence(
    request: AbsenceRequest,
    options?: TicketsRequestOptions,
  ): Promise<Absence>;
  /** Says that somebody is back. */
  endAbsence(person: string, options?: TicketsRequestOptions): Promise<void>;

  /**
   * Tickets by the words of what the caller may read of them, with what was
   * found; first the one where it was written last. Of each there is a summary:
   * `getTicket` gives the whole. A page may be shorter than asked for, or empty:
   * only without `nextCursor` there are no more.
   */
  searchTickets(
    query: Pick<SearchQuery, 'text'> & Partial<SearchQuery>,
    options?: TicketsRequestOptions,
  ): Promise<SearchPage>;
  /** Tickets that one with this subject may be a repetition of. */
  similarTickets(
    query: Pick<SimilarQuery, 'subject'> & Partial<SimilarQuery>,
    options?: TicketsRequestOptions,
  ): Promise<SimilarTickets>;

  /** What happened in a period to the tickets that the caller may read. */
  getReportSummary(
    query: ReportQuery,
    options?: TicketsRequestOptions,
  ): Promise<ReportSummary>;
  /** The figures of a period by team, category, asset and the like. */
  getReportGroups(
    query: ReportGroupsQuery,
    options?: TicketsRequestOptions,
  ): Promise<ReportGroups>;
  /** The figures of the days, weeks or months of a period. */
  getReportTrend(
    query: ReportTrendQuery,
    options?: TicketsRequestOptions,
  ): Promise<ReportTrend>;

  /** Admins: what could not be told through a channel, oldest first. */
  listParkedNotices(
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ): Promise<ParkedNoticePage>;
  /** Admins: tries a parked notice again. */
  retryParkedNotice(id: string, options?: TicketsRequestOptions): Promise<void>;
  /** Admins: gives a parked notice up. */
  discardParkedNotice(
    id: string,
    options?: TicketsRequestOptions,
  ): Promise<void>;

  /**
   * The saved views of the caller, then those of their teams; for admins, those
   * of any team that they name.
   */
  listViews(
    query?: ListViewsQuery,
    options?: TicketsRequestOptions,
  ): Promise<TicketViews>;
  /** Saves a view, for the caller or for a team of theirs. */
  createView(
    request: Pick<CreateViewRequest, 'name'> & Partial<CreateViewRequest>,
    options?: TicketsCreateOptions,
  ): Promise<TicketView>;
  /** One saved view. */
  getView(id: string, options?: TicketsRequestOptions): Promise<TicketView>;
  /** Changes what is named; what is absent stays. */
  editView(
    id: string,
    request: EditViewRequest,
    options?: TicketsChangeOptions,
  ): Promise<TicketView>;
  /** Removes a saved view. */
  deleteView(id: string, options?: TicketsChangeOptions): Promise<void>;
}
