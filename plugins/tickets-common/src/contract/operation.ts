import type { Permission } from '@backstage/plugin-permission-common';
import type { TicketAction } from '../vocabulary';
import type { OperationInput } from './input';
import type { OperationResponse } from './response';

/**
 * A header of a request that an operation heeds.
 * @public
 */
export type OperationHeader = 'If-Match' | 'Idempotency-Key';

/**
 * One operation of the HTTP API. Its first comment is its summary in the
 * documentation of the API, what follows the description, and `@returns` what is
 * answered.
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
  /** What it takes beside the parameters of the path. */
  readonly input?: Input;
  /** The headers of a request that it heeds. */
  readonly headers?: readonly Header[];
  /** What it answers with. */
  readonly response: OperationResponse<Result>;
  /** What everybody needs who uses it at all. */
  readonly permission?: Permission;
  /**
   * What the caller must be allowed to do to the ticket. Of several actions it
   * depends on the request which ones.
   */
  readonly actions?: readonly TicketAction[];
}

/**
 * Says an operation of the HTTP API.
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
