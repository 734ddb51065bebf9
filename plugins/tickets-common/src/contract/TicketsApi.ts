import type {
  TicketsChangeOptions,
  TicketsCreateOptions,
  TicketsRequestOptions,
  TicketsUploadOptions,
} from './options';
import type { Operation, OperationHeader } from './operation';
import type { OperationInput } from './input';
import type { Operations } from './operations';

/**
 * The parameters of a path, in their order.
 * @public
 */
export type IdArguments<Path extends string> =
  Path extends `${string}{${string}}${infer Rest}`
    ? [id: string, ...IdArguments<Rest>]
    : [];

/**
 * The parameters of a path, in their order; first the ticket, where it has one.
 * @public
 */
export type PathArguments<Path extends string> =
  Path extends `/tickets/{ticket}${infer Rest}`
    ? [ticket: string, ...IdArguments<Rest>]
    : IdArguments<Path>;

/**
 * The query or the body; a query that needs nothing can be left out.
 * @public
 */
export type InputArgument<Input> =
  Input extends OperationInput<infer Kind, infer Sent>
    ? Kind extends 'query'
      ? {} extends Sent
        ? [query?: Sent]
        : [query: Sent]
      : undefined extends Sent
        ? [request?: Sent]
        : [request: Sent]
    : [];

/**
 * The options of an operation with this input that uses these headers.
 * @public
 */
export type OptionsOf<Header extends OperationHeader, Input = undefined> =
  Input extends OperationInput<'upload'>
    ? TicketsUploadOptions
    : [Header] extends [never]
      ? TicketsRequestOptions
      : [Header] extends ['If-Match']
        ? TicketsChangeOptions
        : [Header] extends ['Idempotency-Key']
          ? TicketsCreateOptions
          : TicketsChangeOptions & TicketsCreateOptions;

/**
 * The client method of an operation: it takes the parameters of the path, the
 * query or the body, and options.
 * @public
 */
export type OperationMethod<Of> =
  Of extends Operation<
    infer Path,
    infer Input,
    infer Result,
    infer Header extends OperationHeader
  >
    ? (
        ...args: [
          ...PathArguments<Path>,
          ...InputArgument<Input>,
          options?: OptionsOf<Header, Input>,
        ]
      ) => Promise<Result>
    : never;

/**
 * A client's methods, by the names of the operations.
 * @public
 */
export type OperationMethods<Table> = {
  [Name in keyof Table]: OperationMethod<Table[Name]>;
};

/**
 * The desk over HTTP. A `ticket` is named by its id or its number.
 *
 * Every method throws a `ResponseError` when the desk refuses: 400 with the
 * path of the field, 403 for what the caller may not do, 404 for what does not
 * exist for the caller, 409 for what the ticket's state does not allow, 412 for
 * a stale version. A method that only reads throws an error with the name
 * `TimeoutError` when nothing is answered for a minute.
 * @public
 */
export interface TicketsApi extends OperationMethods<Operations> {}
