import type {
  Operation,
  OperationHeader,
} from '@portaldesk/plugin-tickets-common';

/** Headers of requests that operations heed. */
export type RequestHeader = OperationHeader | 'Prefer';

/** Headers of responses beside those that every response has. */
export type ResponseHeader =
  | 'ETag'
  | 'Location'
  | 'Link'
  | 'Preference-Applied'
  | 'Content-Disposition'
  | 'Retry-After';

/** The headers of its requests that an operation heeds. */
export function requestHeadersOf({
  headers = [],
  response,
}: Operation): RequestHeader[] {
  return response.minimal ? [...headers, 'Prefer'] : [...headers];
}

/** The headers of what an operation answers. */
export function responseHeadersOf({ response }: Operation): ResponseHeader[] {
  const { location, versioned, minimal, paged, file } = response;
  const headers: (ResponseHeader | false | undefined)[] = [
    location !== undefined && 'Location',
    versioned && 'ETag',
    minimal && 'Preference-Applied',
    paged && 'Link',
    file && 'Content-Disposition',
  ];
  return headers.filter(header => header !== false && header !== undefined);
}
