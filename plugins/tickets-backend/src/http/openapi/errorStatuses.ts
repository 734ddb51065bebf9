import type { Operation } from '@portaldesk/plugin-tickets-common';

/** Why a request is refused, by the status of the response. */
export const errorStatuses = {
  400: 'Something in the request is wrong; `issues` says what, field by field.',
  401: 'The caller is not signed in.',
  403: 'The caller may not do this.',
  404: 'It does not exist, or the caller cannot see it.',
  409: 'The present state does not allow it.',
  412: 'It was changed since the caller saw it.',
  413: 'The body is too large.',
  415: 'The type of the body is not supported.',
  429: 'Too many requests; `Retry-After` says after how many seconds to try again.',
  503: 'It does not work at the moment; `Retry-After` says after how many seconds to try again.',
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
