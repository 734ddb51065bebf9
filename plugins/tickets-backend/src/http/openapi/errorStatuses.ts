import type { Operation } from '@portaldesk/plugin-tickets-common';

/** Why a request is refused, by the status of the response. */
export const errorStatuses = {
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
} as const;

type ErrorStatus = keyof typeof errorStatuses;

/** The statuses with which an operation can be refused. */
export function errorStatusesOf({
  method,
  path,
  headers = [],
  input,
}: Operation): ErrorStatus[] {
  const hasBody = input?.kind === 'body' || input?.kind === 'upload';
  const statuses: (ErrorStatus | false)[] = [
    400,
    401,
    403,
    path.includes('{') && 404,
    method !== 'GET' && 409,
    headers.includes('If-Match') && 412,
    hasBody && 413,
    hasBody && 415,
    429,
    503,
  ];
  return statuses.filter(status => status !== false);
}
