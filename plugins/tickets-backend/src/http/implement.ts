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

/** Answers requests. */
export type Handler = (
  context: HttpContext,
  request: Request,
  response: Response,
) => Promise<void>;

/** The operations that take or give bytes, or that the desk has no part in. */
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

/** An operation of the API, and who answers it. */
export interface Endpoint {
  readonly name: OperationName;
  readonly operation: Operation;
  /** As express calls it. */
  readonly method: Lowercase<Operation['method']>;
  readonly serve: Handler;
}

/**
 * The endpoints of these operations. What takes JSON, or nothing, and answers
 * with it is served by the use case of its name; a raw handler reads a request
 * of which nothing was read before, and answers by itself.
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
