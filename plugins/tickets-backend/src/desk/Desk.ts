import type {
  AddMessageRequest,
  DeskDescription,
  EditTicketRequest,
  FileTicketRequest,
  HandOverRequest,
  ListTicketsQuery,
  Message,
  MessagePage,
  PageQuery,
  Ticket,
  TicketCounts,
  TicketEventPage,
  TicketFilter,
  TicketPage,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';

/** Which ticket, and which version of it the caller saw, if that matters. */
export interface TicketTarget {
  /** Id or number. */
  readonly ticket: string;
  readonly version?: number;
}

/**
 * All that can be done at the desk. What a caller may not read does not exist
 * for them.
 *
 * Errors: `InputError` for what is wrong in a request, `NotAllowedError` for
 * what the caller may not do, `NotFoundError` for what does not exist for
 * them, `ConflictError` for what the ticket's state rules out,
 * `StaleTicketError` for a version that is no longer the present one.
 */
export interface Desk {
  describe(caller: Caller): Promise<DeskDescription>;

  file(caller: Caller, request: FileTicketRequest): Promise<Ticket>;
  list(caller: Caller, query: ListTicketsQuery): Promise<TicketPage>;
  count(caller: Caller, filter: TicketFilter): Promise<TicketCounts>;
  get(caller: Caller, ticket: string): Promise<Ticket>;
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

  addMessage(
    caller: Caller,
    target: TicketTarget,
    request: AddMessageRequest,
  ): Promise<Message>;
  edit(
    caller: Caller,
    target: TicketTarget,
    request: EditTicketRequest,
  ): Promise<Ticket>;
  changeStatus(
    caller: Caller,
    target: TicketTarget,
    status: string,
  ): Promise<Ticket>;
  takeOver(caller: Caller, target: TicketTarget): Promise<Ticket>;
  handOver(
    caller: Caller,
    target: TicketTarget,
    request: HandOverRequest,
  ): Promise<Ticket>;
  close(caller: Caller, target: TicketTarget): Promise<Ticket>;
  reopen(caller: Caller, target: TicketTarget): Promise<Ticket>;
}
