import { isError, ResponseError } from '@backstage/errors';
import {
  issueParamsSchema,
  type RequestIssue,
  type TicketEvent,
  ticketEventSchema,
} from '@portaldesk/plugin-tickets-common';

const REQUEST_TIMEOUT = 408;

/** The HTTP status with which the desk refused, if it was the desk. */
export function statusCodeOf(error: unknown): number | undefined {
  return error instanceof Error &&
    error.name === 'ResponseError' &&
    'statusCode' in error &&
    typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** The ticket was changed by another person since the caller last saw it. */
export function isStale(error: unknown): boolean {
  return statusCodeOf(error) === 412;
}

/** The ticket does not exist, or not for the caller. */
export function isMissing(error: unknown): boolean {
  return statusCodeOf(error) === 404 && errorCodeOf(error) !== undefined;
}

/**
 * Nobody answered at the desk's address. A portal that starts says so of every
 * plugin that it has not started yet; refusals of the desk have a code.
 */
function isNotThereYet(error: unknown): boolean {
  return statusCodeOf(error) === 404 && errorCodeOf(error) === undefined;
}

/**
 * Whether asking again may help: nothing was answered, because the connection
 * dropped, or the desk or something before it is in trouble at the moment. Too
 * many requests are not among it: the client has waited and asked again then,
 * and more of the same would keep the caller out for longer.
 */
export function isTransient(error: unknown): boolean {
  const statusCode = statusCodeOf(error);
  return (
    statusCode === undefined ||
    statusCode >= 500 ||
    statusCode === REQUEST_TIMEOUT ||
    isNotThereYet(error)
  );
}

/** Nothing was answered at all, or not in time. */
export function isUnreachable(error: unknown): boolean {
  return (
    isError(error) &&
    // what browsers say of a request that did not get through
    (error.name === 'TypeError' || error.name === 'TimeoutError')
  );
}

/** What the caller saw before must leave the screen. */
export function isWithdrawn(error: unknown): boolean {
  return statusCodeOf(error) === 403 || isMissing(error);
}

/** What the desk says about a refusal, in one sentence where it gave one. */
export function messageOf(error: unknown): string {
  if (isResponseError(error)) {
    return error.cause.message;
  }
  return isError(error) ? error.message : String(error);
}

/** What is wrong with a part of a refused request. */
export interface RefusedPart {
  /** Such as `assets[0]`. */
  path: string;
  /** In English. */
  message: string;
  /** For translations; absent: the desk is older than its codes. */
  code?: string;
  params?: RequestIssue['params'];
}

/**
 * What is wrong with single fields of a refused request, by the name of the
 * field. Empty when the refusal names none.
 *
 * @param textOf - says it in the reader's language
 */
export function fieldErrorsOf(
  error: unknown,
  textOf: (issue: RefusedPart) => string,
): Record<string, string> {
  const fieldErrors: Record<string, string> = {};
  for (const issue of issuesOf(error)) {
    const field = issue.path.split(/[.[\]/]/).find(part => part !== '');
    if (field) {
      fieldErrors[field] ??= textOf(issue);
    }
  }
  return fieldErrors;
}

/** What is wrong with a refused request, with paths such as `assets[0]`. */
export function issuesOf(error: unknown): RefusedPart[] {
  const issues = isResponseError(error) ? error.body.error.issues : undefined;
  return (Array.isArray(issues) ? issues : []).flatMap(issue => {
    const { path, message, code, params } = Object(issue);
    // `['assets', 0]`, `assets.0`, `assets[0]` and `/assets/0` all mean `assets`
    const text = Array.isArray(path) ? path.join('.') : path;
    const known = issueParamsSchema.safeParse(params);
    return typeof text === 'string' && typeof message === 'string'
      ? [
          {
            path: text,
            message,
            ...(typeof code === 'string' && { code }),
            ...(known.success && { params: known.data }),
          },
        ]
      : [];
  });
}

/**
 * What others changed since the caller saw the ticket, oldest first; without
 * what only a newer desk knows.
 */
export function changesOf(error: unknown): TicketEvent[] {
  const changes = isResponseError(error) ? error.body.error.changes : undefined;
  return (Array.isArray(changes) ? changes : []).flatMap(change => {
    const event = ticketEventSchema.safeParse(change);
    return event.success ? [event.data] : [];
  });
}

/** Why the desk refused, a request or one ticket of many, as far as it said so. */
export function errorCodeOf(error: unknown): string | undefined {
  const { code } = isResponseError(error) ? error.body.error : Object(error);
  return typeof code === 'string' ? code : undefined;
}

function isResponseError(error: unknown): error is ResponseError {
  return statusCodeOf(error) !== undefined;
}
