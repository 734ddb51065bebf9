import type { ErrorStatus, Operation } from '../operation';

/** Why a request is refused, by the status of the answer. */
export const refusals: Readonly<Record<ErrorStatus, string>> = {
  400: 'Something in the request is wrong; `issues` says what, field by field.',
  401: 'The caller is not signed in.',
  403: 'The caller may not do this.',
  404: 'There is no such thing, or not for the caller.',
  409: 'The present state rules this out.',
  412: 'It was changed since the caller saw it.',
  413: 'The body is too large.',
  415: 'The body is of a type that is not taken.',
  429: 'Too much of this at once; `Retry-After` says in how many seconds to try again.',
  503: 'This cannot be done at the moment; `Retry-After` says in how many seconds to try again.',
};

/** The statuses with which an operation can be refused. */
export function refusalsOf(operation: Operation): ErrorStatus[] {
  const { method, path, headers = [], body, refusals: further } = operation;
  const statuses: (ErrorStatus | false)[] = [
    400,
    401,
    403,
    path.includes('{') && 404,
    method !== 'get' && 409,
    headers.includes('If-Match') && 412,
    body !== undefined && 413,
    body !== undefined && 415,
    503,
    ...(further ?? []),
  ];
  return [...new Set(statuses.filter(status => status !== false))].sort();
}
