import { ResponseError } from '@backstage/errors';

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

/** The ticket was changed by somebody else since the caller last saw it. */
export function isStale(error: unknown): boolean {
  return statusCodeOf(error) === 412;
}

/** The ticket does not exist, or not for the caller. */
export function isMissing(error: unknown): boolean {
  return statusCodeOf(error) === 404;
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
    statusCode === REQUEST_TIMEOUT
  );
}

/** What the caller saw before must leave the screen. */
export function isWithdrawn(error: unknown): boolean {
  const statusCode = statusCodeOf(error);
  return statusCode === 403 || statusCode === 404;
}

/** What the desk says about a refusal, in one sentence where it gave one. */
export function messageOf(error: unknown): string {
  if (isResponseError(error)) {
    return error.cause.message;
  }
  return error instanceof Error ? error.message : String(error);
}

/** The same as a sentence with its end, for others to follow. */
export function sentenceOf(error: unknown): string {
  const text = messageOf(error).trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/**
 * What is wrong with single fields of a refused request, by the name of the
 * field. Empty when the refusal names none.
 */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  const issues = isResponseError(error) ? error.body.error.issues : undefined;
  const fieldErrors: Record<string, string> = {};
  for (const issue of Array.isArray(issues) ? issues : []) {
    const { path, message } = Object(issue);
    const field = fieldOf(path);
    if (field && typeof message === 'string' && !fieldErrors[field]) {
      fieldErrors[field] = message;
    }
  }
  return fieldErrors;
}

function isResponseError(error: unknown): error is ResponseError {
  return statusCodeOf(error) !== undefined;
}

/** `['assets', 0]`, `assets.0`, `assets[0]` and `/assets/0` all mean `assets`. */
function fieldOf(path: unknown): string | undefined {
  const text = Array.isArray(path) ? path[0] : path;
  return typeof text === 'string'
    ? text.split(/[.[\]/]/).find(part => part !== '')
    : undefined;
}
