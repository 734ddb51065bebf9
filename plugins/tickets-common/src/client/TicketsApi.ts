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
  describeDesk(options?: TicketsRequestOptions): Promise<DeskDescription>;
  fileTicket(
    request: FileTicketRequest,
    options?: TicketsRequestOptions,
  ): Promise<Ticket>;
  listTickets(
    query?: Partial<ListTicketsQuery>,
    options?: TicketsRequestOptions,
  ): Promise<TicketPage>;
  countTickets(
    filter?: TicketFilter,
    options?: TicketsRequestOptions,
  ): Promise<TicketCounts>;
  getTicket(ticket: string, options?: TicketsRequestOptions): Promise<Ticket>;
  listMessages(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ): Promise<MessagePage>;
  listEvents(
    ticket: string,
    query?: Partial<PageQuery>,
    options?: TicketsRequestOptions,
  ): Promise<TicketEventPage>;
  addMessage(
    ticket: string,
    request: AddMessageRequest,
    options?: TicketsChangeOptions,
  ): Promise<Message>;
  editTicket(
    ticket: string,
    request: EditTicketRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  changeStatus(
    ticket: string,
    status: string,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  takeOver(ticket: string, options?: TicketsChangeOptions): Promise<Ticket>;
  handOver(
    ticket: string,
    request: HandOverRequest,
    options?: TicketsChangeOptions,
  ): Promise<Ticket>;
  closeTicket(ticket: string, options?: TicketsChangeOptions): Promise<Ticket>;
  reopenTicket(ticket: string, options?: TicketsChangeOptions): Promise<Ticket>;
}
