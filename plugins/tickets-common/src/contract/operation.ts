import type { Permission } from '@backstage/plugin-permission-common';
import type { TicketAction } from '../vocabulary';
import type { OperationInput } from './input';
import type { OperationResponse } from './response';

/**
 * A request header that an operation uses.
 * @public
 */
export type OperationHeader = 'If-Match' | 'Idempotency-Key';

/**
 * One operation of the HTTP API. Its first comment is its summary in the
 * documentation of the API, what follows the description, and `@returns` the
 * description of the response.
 * @public
 */
export interface Operation<
  Path extends string = string,
  Input extends OperationInput | undefined = OperationInput | undefined,
  Result = unknown,
  Header extends OperationHeader = OperationHeader,
> {
  /** Of HTTP. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * Below the base of the plugin, with its parameters in braces. References of
   * the catalog are never among these: proxies decode the `%2F` in them.
   */
  readonly path: Path;
  /** What it takes in addition to the parameters of the path. */
  readonly input?: Input;
  /** The request headers that it uses. */
  readonly headers?: readonly Header[];
  /** Its response. */
  readonly response: OperationResponse<Result>;
  /** The permission that every caller needs. */
  readonly permission?: Permission;
  /**
   * The actions on the ticket that the caller needs. If there are several, the
   * request decides which.
   */
  readonly actions?: readonly TicketAction[];
}

/**
 * Declares an operation of the HTTP API.
 * @public
 */
export function operation<
  const Path extends string,
  Result,
  Input extends OperationInput | undefined = undefined,
  const Header extends OperationHeader = never,
>(
  definition: Operation<Path, Input, Result, Header>,
): Operation<Path, Input, Result, Header> {
  return definition;
}

/** The names of the parameters of a path such as `/tickets/{ticket}`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
}
