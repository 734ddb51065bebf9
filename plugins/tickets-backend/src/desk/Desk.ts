import type {
  Channel,
  EditTicketRequest,
  GetTicketQuery,
  Operation,
  OperationHeader,
  OperationInput,
  Operations,
  Ticket,
  TicketWithMessages,
  Attachment,
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

type Names<Path extends string> =
  Path extends `${string}{${string}}${infer Rest}`
    ? [name: string, ...Names<Rest>]
    : [];

/** What a path names; together with its version, where that matters. */
type PathArguments<
  Path extends string,
  Header extends OperationHeader,
> = Path extends `/${string}/{${infer Name}}${infer Rest}`
  ? 'If-Match' extends Header
    ? [
        target: { readonly [Key in Name]: string } & {
          readonly version?: number;
        },
        ...Names<Rest>,
      ]
    : Names<Path>
  : [];

type InputArgument<Input> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of any type
  Input extends OperationInput<any, any, infer Parsed> ? [request: Parsed] : [];

/**
 * A use case: it takes the caller, what the path names, the query or the body,
 * and how the request reached the desk, where that matters.
 */
export type UseCase<Of> =
  Of extends Operation<
    infer Path,
    infer Input,
    infer Result,
    infer Header extends OperationHeader
  >
    ? (
        caller: Caller,
        ...args: [
          ...PathArguments<Path, Header>,
          ...InputArgument<Input>,
          ...('Idempotency-Key' extends Header ? [delivery?: Delivery] : []),
        ]
      ) => Promise<Result>
    : never;

/** What the desk takes or gives otherwise than the API does. */
interface OwnUseCases {
  getTicket(
    caller: Caller,
    ticket: string,
    query?: GetTicketQuery,
  ): Promise<TicketWithMessages>;
  editTicket(
    caller: Caller,
    target: TicketTarget,
    request: TicketEdit,
  ): Promise<Ticket>;
  /** All tickets of a list, batch by batch. */
  exportTickets(caller: Caller, list: WholeList): Promise<TicketExport>;
  /** Takes a file in, to be attached by its id within a day. */
  uploadFile(caller: Caller, upload: FileUpload): Promise<Attachment>;
  /** A file with its content. */
  downloadFile(caller: Caller, file: string): Promise<FileDownload>;
}

/** The operations that the desk has no part in. */
type Elsewhere = 'getOpenApi';

/**
 * All use cases of the desk, by the names of the operations of the API. What a
 * caller may not read does not exist for them. The id of a merged ticket leads
 * to the ticket it was merged into.
 *
 * Errors: `InputError` for an invalid request, `NotAllowedError` for what the
 * caller may not do, `NotFoundError` for what does not exist for the caller,
 * `ConflictError` for what the ticket's state does not allow,
 * `StaleTicketError` or `StaleViewError` for a version that is not the current
 * one.
 */
export type Desk = {
  [Name in Exclude<keyof Operations, Elsewhere | keyof OwnUseCases>]: UseCase<
    Operations[Name]
  >;
} & OwnUseCases;
