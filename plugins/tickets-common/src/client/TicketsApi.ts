import type {
  DeskDescription,
  Message,
  MessagePage,
  Ticket,
  TicketCounts,
  TicketEventPage,
  TicketPage,
} from '../model';
import type {
  AddMessageRequest,
  EditTicketRequest,
  FileTicketRequest,
  HandOverRequest,
  ListTicketsQuery,
  PageQuery,
  TicketFilter,
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
 * Options of a request that changes a ticket.
 * @public
 */
export interface TicketsChangeOptions extends TicketsRequestOptions {
  /**
   * The version of the ticket that the caller saw. When somebody changed the
   * ticket meanwhile, the request is refused with 412. Absent: change the
   * ticket whatever its version.
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
  /** Files a ticket for the caller; the desk finds its team. */
  fileTicket(
    request: FileTicketRequest,
    options?: TicketsRequestOptions,
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
  /** One ticket as the caller may see it. */
  getTicket(ticket: string, options?: TicketsRequestOptions): Promise<Ticket>;
  /** The conversation, newest message first; notes only for agents. */
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
  /** Adds a reply or a note, and sets a status in the same step if one is named. */
  addMessage(
    ticket: string,
    request: AddMessageRequest,
    options?: TicketsChangeOptions,
  ): Promise<Message>;
  /** Changes the subject, the category and the priority; what is absent stays. */
  editTicket(
    ticket: string,
    request: EditTicketRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Sets a configured status that may follow the present one. */
  changeStatus(
    ticket: string,
    status: string,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Makes the caller the assignee. */
  takeOver(ticket: string, options?: TicketsChangeOptions): Promise<Ticket>;
  /** Gives the ticket to another agent or team, or back into the queue. */
  handOver(
    ticket: string,
    request: HandOverRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  /** Closes the ticket. */
  closeTicket(ticket: string, options?: TicketsChangeOptions): Promise<Ticket>;
  /** Opens an ended ticket again. */
  reopenTicket(ticket: string, options?: TicketsChangeOptions): Promise<Ticket>;
}
