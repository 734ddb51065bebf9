import type {
  Operation,
  OperationInput,
  OperationName,
  Operations,
} from '@portaldesk/plugin-tickets-common';
import type { Request, Response } from 'express';
import type { Desk } from '../desk/Desk';
import type { HttpContext } from './HttpContext';
import { serveJson } from './serveJson';

/** Handles a request. */
export type Handler = (
  context: HttpContext,
  request: Request,
  response: Response,
) => Promise<void>;

/** The operations that receive or send bytes, or do not involve the desk. */
type RawOperation = {
  [Name in OperationName]: Name extends keyof Desk
    ? Operations[Name] extends Operation<
        string,
        infer Input,
        infer Result,
        infer _Header
      >
      ? Input extends OperationInput<'upload'>
        ? Name
        : Result extends Blob | ReadableStream
          ? Name
          : never
      : never
    : Name;
}[OperationName];

/** An operation of the API with its handler. */
export interface Endpoint {
  readonly name: OperationName;
  readonly operation: Operation;
  /** As express calls it. */
  readonly method: Lowercase<Operation['method']>;
  readonly serve: Handler;
}

/**
 * The endpoints of these operations. An operation with JSON is served by the
 * use case of the same name; a raw handler reads the request and writes the
 * response itself.
 */
export function implement(
  operations: Operations,
  rawHandlers: Readonly<Record<RawOperation, Handler>>,
): Endpoint[] {
  const raw = new Map<string, Handler>(Object.entries(rawHandlers));
  return (Object.keys(operations) as OperationName[]).map(name => ({
    name,
    operation: operations[name],
    method: operations[name].method.toLowerCase() as Endpoint['method'],
    serve:
      raw.get(name) ??
      ((context, request, response) =>
        serveJson(name as keyof Desk, context, request, response)),
  }));
}
