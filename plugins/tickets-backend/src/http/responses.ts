import type { OperationResponse } from '@portaldesk/plugin-tickets-common';
import type { Request, Response } from 'express';
import { wantsMinimal } from './headers';

/** What a response takes from a result into headers. */
interface Referred {
  readonly version?: number;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** Answers a request with a result. */
export function sendResult(
  { status, schema, ...answer }: OperationResponse,
  result: unknown,
  request: Request,
  response: Response,
): void {
  const { version, nextCursor, previousCursor } = (result ?? {}) as Referred;
  if (answer.versioned) {
    response.set('ETag', `"${version}"`);
  }
  if (answer.location) {
    response.location(`${request.baseUrl}${filled(answer.location, result)}`);
  }
  if (answer.paged) {
    setLinks({ next: nextCursor, prev: previousCursor }, request, response);
  }
  const minimal = answer.minimal && wantsMinimal(request);
  if (minimal) {
    response.set('Preference-Applied', 'return=minimal');
  }
  if (!schema || minimal) {
    response.status(status === 201 ? 201 : 204).end();
    return;
  }
  // not by json(): that makes an ETag of all of it, which no cache may use
  const text = JSON.stringify(result);
  response
    .status(status)
    .type('json')
    .set('Content-Length', String(Buffer.byteLength(text)))
    .end(text);
}

/** `/views/{id}` with the properties of a result. */
function filled(template: string, result: unknown): string {
  const properties = new Map(Object.entries(result as object));
  return template.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(properties.get(name))),
  );
}

function setLinks(
  cursors: Readonly<Record<string, string | undefined>>,
  request: Request,
  response: Response,
): void {
  const links = Object.entries(cursors).flatMap(([rel, cursor]) =>
    cursor ? [`<${withCursor(request, cursor)}>; rel="${rel}"`] : [],
  );
  if (links.length > 0) {
    response.set('Link', links.join(', '));
  }
}

/** The address of this request, with another cursor. */
function withCursor(request: Request, cursor: string): string {
  const [path, query] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}
