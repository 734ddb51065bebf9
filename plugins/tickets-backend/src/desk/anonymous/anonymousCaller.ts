import { randomBytes } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ANONYMOUS_REPORTER_PREFIX } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';

/** A reference that says nothing of the person, and opens nothing. */
export function newReporter(): string {
  return ANONYMOUS_REPORTER_PREFIX + randomBytes(10).toString('hex');
}

/**
 * An anonymous reporter, who belongs to no group: what they may do follows from
 * being the requester of their tickets.
 *
 * @param credentials - those of the desk itself, since they have none
 */
export function anonymousCaller(
  ref: string,
  credentials: BackstageCredentials,
): Caller {
  return { ref, belongsTo: new Set([ref]), credentials };
}
