import type { Request } from 'express';
import { z } from 'zod';
import { InvalidRequestError, issueAt } from '../desk/errors';
import { parse } from './parse';

/** The form of an `Idempotency-Key`. */
export const idempotencyKeySchema = z
  .string()
  .regex(
    /^[\x20-\x7e]{1,255}$/,
    'a key has at most 255 printable ASCII characters',
  );

/**
 * The version of the ticket in `If-Match`.
 *
 * Proxies that compress make ETags weak; those are accepted too.
 *
 * @throws InvalidRequestError when the header is not an ETag of the desk
 */
export function readVersion(request: Request): number | undefined {
  const ifMatch = request.get('If-Match');
  if (ifMatch === undefined || ifMatch === '*') {
    return undefined;
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version === undefined) {
    throw new InvalidRequestError([
      issueAt(
        'headers.If-Match',
        'expected the ETag of what is changed, such as "3"',
        'wrong-format',
        { format: 'etag' },
      ),
    ]);
  }
  return Number(version);
}

/** @throws InvalidRequestError when the key is too long or cannot be printed */
export function readIdempotencyKey(request: Request): string | undefined {
  return parse(
    idempotencyKeySchema.optional(),
    request.get('Idempotency-Key'),
    ['headers', 'Idempotency-Key'],
  );
}

/** Whether the caller prefers answers to changes without a body. */
export function wantsMinimal(request: Request): boolean {
  const preferences = request.get('Prefer')?.split(/[,;]/) ?? [];
  return preferences.some(preference =>
    /^\s*return\s*=\s*"?minimal"?\s*$/i.test(preference),
  );
}
