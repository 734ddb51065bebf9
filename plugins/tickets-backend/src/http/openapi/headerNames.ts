import type {
  Operation,
  OperationHeader,
} from '@portaldesk/plugin-tickets-common';

/** Request headers that operations use. */
export type RequestHeader = OperationHeader | 'Prefer';

/** Response headers, apart from those that every response has. */
export type ResponseHeader =
  | 'ETag'
  | 'Location'
  | 'Link'
  | 'Preference-Applied'
  | 'Content-Disposition'
  | 'Retry-After';

/** The request headers that an operation uses. */
export function requestHeadersOf({
  headers = [],
  response,
}: Operation): RequestHeader[] {
  return response.minimal ? [...headers, 'Prefer'] : [...headers];
}

/** The response headers of an operation. */
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
