import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { HttpContext } from './HttpContext';
import type { Declaration } from './declaration';
import type { Operation } from './operation';
import { serveJson } from './serveJson';

/** One thing that can be asked of the HTTP API: what it is, and who answers. */
export interface Endpoint {
  readonly operation: Operation;
  serve(
    context: HttpContext,
    request: Request,
    response: Response,
  ): Promise<void>;
}

/**
 * Declares an endpoint that takes JSON, or nothing, and answers with it. The
 * router and the OpenAPI document are made of such declarations.
 */
export function endpoint<
  const Path extends string,
  Result,
  Query extends z.ZodObject = z.ZodObject<{}>,
  Body extends z.ZodType = z.ZodObject<{}>,
>(declaration: Declaration<Path, Query, Body, Result>): Endpoint {
  const {
    handle,
    body,
    headers = [],
    answer,
    dear: _dear,
    refusals = [],
    ...operation
  } = declaration;
  return {
    operation: {
      ...operation,
      refusals: [...refusals, 429],
      headers: answer.minimal ? [...headers, 'Prefer'] : headers,
      body: body && { 'application/json': body },
      answer,
    },
    serve: (context, request, response) =>
      serveJson(declaration, context, request, response),
  };
}

/**
 * Declares an endpoint whose body or answer is no JSON: it reads the request,
 * of which nothing was read before, and answers by itself.
 */
export function rawEndpoint(
  operation: Operation,
  serve: Endpoint['serve'],
): Endpoint {
  const { refusals = [] } = operation;
  return {
    operation: { ...operation, refusals: [...refusals, 429] },
    serve,
  };
}
