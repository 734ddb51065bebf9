import type {
  Absence,
  AbsenceRequest,
  Absences,
  AddMessageRequest,
  Attachment,
  BulkRequest,
  BulkResults,
  CannedReplies,
  ChangeStatusRequest,
  Channel,
  CountViewsRequest,
  CreateViewRequest,
  DeskDescription,
  EditTicketRequest,
  EditViewRequest,
  EndTicketRequest,
  FileTicketRequest,
  HandOverRequest,
  LinkRequest,
  ListTicketsQuery,
  ListViewsQuery,
  MergeRequest,
  Message,
  MessagePage,
  OrganisationAccessRequest,
  PageQuery,
  PersonRequest,
  PostponeRequest,
  RateRequest,
  ReportGroups,
  ReportGroupsQuery,
  ReportQuery,
  ReportSummary,
  ReportTrend,
  ReportTrendQuery,
  SearchPage,
  SearchQuery,
  SimilarQuery,
  SimilarTickets,
  SplitRequest,
  Ticket,
  TicketCounts,
  TicketEventPage,
  TicketFilter,
  TicketLinks,
  TicketPage,
  TicketWithMessages,
  TicketStages,
  TicketView,
  TicketViews,
  ViewCounts,
  WorkOrderRequest,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import type { FileDownload } from './attachments/downloadFile';
import type { FileUpload } from './attachments/uploadFile';
import type { TicketExport } from './lists/exportTickets';
import type { WholeList } from './lists/ticketConditions';

/** Which ticket, and which version of it the caller saw, if that matters. */
export interface TicketTarget {
  /** Id or number. */
  readonly ticket: string;
  readonly version?: number;
}

/** Which saved view, and which version of it the caller saw, if that matters. */
export interface ViewTarget {
  readonly view: string;
  readonly version?: number;
}

/** A change of a ticket's details, where tags can also be added and removed. */
export type TicketEdit = EditTicketRequest & {
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
};

/** How a request reached the desk. */
export interface Delivery {
  /**
   * Chosen by the caller: a request with a key that was used before does
   * nothing, and is answered as the first one was.
   */
  readonly idempotencyKey?: string;
  /** Default: `portal` */
  readonly channel?: Channel;
}

/**
 * All that can be done at the desk. What a caller may not read does not exist
 * for them. A ticket that was merged is the ticket that it went into.
 *
 * Errors: `InputError` for what is wrong in a request, `NotAllowedError` for
 * what the caller may not do, `NotFoundError` for what does not exist for
 * them, `ConflictError` for what the ticket's state rules out,
 * `StaleTicketError` or `StaleViewError` for a version that is no longer the
 * present one.
 */
export interface Desk {
  describe(caller: Caller): Promise<DeskDescription>;

  file(
    caller: Caller,
    request: FileTicketRequest,
    delivery?: Delivery,
  ): Promise<Ticket>;
  list(caller: Caller, query: ListTicketsQuery): Promise<TicketPage>;
  count(caller: Caller, filter: TicketFilter): Promise<TicketCounts>;
  /** Counts up to a cap; of several views in one step. */
  countViews(caller: Caller, request: CountViewsRequest): Promise<ViewCounts>;
  /** All tickets of a list, batch by batch. */
  exportTickets(caller: Caller, list: WholeList): Promise<TicketExport>;
  get(caller: Caller, ticket: string): Promise<Ticket>;
  /** With the newest page of its conversation. */
  getWithMessages(caller: Caller, ticket: string): Promise<TicketWithMessages>;
  edit(
    caller: Caller,
    target: TicketTarget,
    request: TicketEdit,
  ): Promise<Ticket>;
  delete(caller: Caller, target: TicketTarget): Promise<void>;
  /** Says that the caller has looked at the ticket; the workflow may react. */
  markRead(caller: Caller, target: TicketTarget): Promise<Ticket>;

  messages(
    caller: Caller,
    ticket: string,
    page: PageQuery,
  ): Promise<MessagePage>;
  events(
    caller: Caller,
    ticket: string,
    page: PageQuery,
  ): Promise<TicketEventPage>;
  /** The statuses that it has been through, as far as the caller may see it. */
  stages(caller: Caller, ticket: string): Promise<TicketStages>;
  addMessage(
    caller: Caller,
    target: TicketTarget,
    request: AddMessageRequest,
    delivery?: Delivery,
  ): Promise<Message>;

  /** Takes a file in, to be attached by its id within a day. */
  uploadFile(caller: Caller, upload: FileUpload): Promise<Attachment>;
  /** A file with its content, for those who may read its message. */
  downloadFile(caller: Caller, file: string): Promise<FileDownload>;
  /** Removes a file of the caller's that is not attached yet. */
  discardFile(caller: Caller, file: string): Promise<void>;

  takeOver(caller: Caller, target: TicketTarget): Promise<Ticket>;
  handOver(
    caller: Caller,
    target: TicketTarget,
    request: HandOverRequest,
  ): Promise<Ticket>;
  changeStatus(
    caller: Caller,
    target: TicketTarget,
    request: ChangeStatusRequest,
  ): Promise<Ticket>;
  postpone(
    caller: Caller,
    target: TicketTarget,
    request: PostponeRequest,
  ): Promise<Ticket>;
  solve(
    caller: Caller,
    target: TicketTarget,
    request: EndTicketRequest,
  ): Promise<Ticket>;
  close(
    caller: Caller,
    target: TicketTarget,
    request: EndTicketRequest,
  ): Promise<Ticket>;
  reopen(
    caller: Caller,
    target: TicketTarget,
    request: EndTicketRequest,
  ): Promise<Ticket>;
  archive(caller: Caller, target: TicketTarget): Promise<Ticket>;
  reactivate(caller: Caller, target: TicketTarget): Promise<Ticket>;
  rate(
    caller: Caller,
    target: TicketTarget,
    request: RateRequest,
  ): Promise<Ticket>;

  /** Watching oneself needs no more than reading. */
  addPerson(
    caller: Caller,
    target: TicketTarget,
    request: PersonRequest,
  ): Promise<Ticket>;
  removePerson(
    caller: Caller,
    target: TicketTarget,
    request: PersonRequest,
  ): Promise<Ticket>;
  setOrganisationAccess(
    caller: Caller,
    target: TicketTarget,
    request: OrganisationAccessRequest,
  ): Promise<Ticket>;

  links(caller: Caller, ticket: string): Promise<TicketLinks>;
  link(
    caller: Caller,
    target: TicketTarget,
    request: LinkRequest,
  ): Promise<TicketLinks>;
  unlink(
    caller: Caller,
    target: TicketTarget,
    request: LinkRequest,
  ): Promise<TicketLinks>;
  /** @returns the ticket that it went into */
  merge(
    caller: Caller,
    target: TicketTarget,
    request: MergeRequest,
  ): Promise<Ticket>;
  /** @returns the new ticket */
  split(
    caller: Caller,
    target: TicketTarget,
    request: SplitRequest,
  ): Promise<Ticket>;
  /** @returns the work order */
  createWorkOrder(
    caller: Caller,
    target: TicketTarget,
    request: WorkOrderRequest,
  ): Promise<Ticket>;

  cannedReplies(caller: Caller, ticket: string): Promise<CannedReplies>;
  /** Sends a canned reply and changes what it says, in one step. */
  applyCannedReply(
    caller: Caller,
    target: TicketTarget,
    cannedReply: string,
  ): Promise<Message>;
  bulk(caller: Caller, request: BulkRequest): Promise<BulkResults>;

  absences(caller: Caller): Promise<Absences>;
  setAbsence(caller: Caller, request: AbsenceRequest): Promise<Absence>;
  endAbsence(caller: Caller, person: string): Promise<void>;

  /** The caller's own, then those of their teams. */
  views(caller: Caller, query: ListViewsQuery): Promise<TicketViews>;
  view(caller: Caller, view: string): Promise<TicketView>;
  createView(
    caller: Caller,
    request: CreateViewRequest,
    delivery?: Delivery,
  ): Promise<TicketView>;
  editView(
    caller: Caller,
    target: ViewTarget,
    request: EditViewRequest,
  ): Promise<TicketView>;
  deleteView(caller: Caller, target: ViewTarget): Promise<void>;

  /** What happened in a period to the tickets that the caller may read. */
  /** By the words of what the caller may read. */
  search(caller: Caller, query: SearchQuery): Promise<SearchPage>;
  /** What a ticket with this subject may be a repetition of. */
  similar(caller: Caller, query: SimilarQuery): Promise<SimilarTickets>;

  reportSummary(caller: Caller, query: ReportQuery): Promise<ReportSummary>;
  reportGroups(caller: Caller, query: ReportGroupsQuery): Promise<ReportGroups>;
  reportTrend(caller: Caller, query: ReportTrendQuery): Promise<ReportTrend>;
}
