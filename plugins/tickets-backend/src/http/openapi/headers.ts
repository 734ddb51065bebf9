import { idempotencyKeySchema } from '../headers';
import type { RequestHeader, ResponseHeader } from './headerNames';
import type { Components, JsonSchema } from './schemas';

/** The headers of requests, as parameters. */
export function requestHeaders(
  components: Components,
): Record<RequestHeader, object> {
  const header = (name: string, schema: JsonSchema, description: string) => ({
    name,
    in: 'header',
    description,
    schema,
  });
  return {
    'If-Match': header(
      'If-Match',
      { type: 'string', examples: ['"3"'] },
      'The ETag of the ticket, or the saved view, as the caller saw it. If it was changed since, the request is refused with 412. Without this header, any version is changed.',
    ),
    'Idempotency-Key': header(
      'Idempotency-Key',
      components.of(idempotencyKeySchema, 'input'),
      'A random text chosen by the caller. A request with a key that the caller used before does nothing, and is answered as the first one was; so it can be sent again after a time-out. The same key with another request is refused with 409. Kept for a day.',
    ),
    Prefer: header(
      'Prefer',
      { type: 'string', examples: ['return=minimal'] },
      '`return=minimal` leaves the body of the answer out.',
    ),
  };
}

const text = { schema: { type: 'string' } };

/** The headers of responses. */
export const responseHeaders: Readonly<Record<ResponseHeader, object>> = {
  ETag: {
    description: 'The version of what is answered, for `If-Match`.',
    schema: { type: 'string', examples: ['"3"'] },
  },
  Location: { description: 'Where it is.', ...text },
  Link: {
    description:
      'The addresses of the next page, with `rel="next"`, and of the page before, with `rel="prev"`, where there are such pages.',
    ...text,
  },
  'Preference-Applied': {
    description: '`return=minimal`, when the body was left out.',
    ...text,
  },
  'Retry-After': {
    description: 'In how many seconds to try again.',
    schema: { type: 'integer' },
  },
  'Content-Disposition': {
    description: 'Whether a file is shown or saved, and its name.',
    ...text,
  },
};
