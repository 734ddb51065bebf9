import type { BulkResult, Ticket } from '@portaldesk/plugin-tickets-common';
import { errorCodeOf, messageOf } from '../errors';

/** Of a ticket, what a change of many says of it. */
export type BulkTicket = Pick<Ticket, 'id' | 'number' | 'subject'>;

/** What became of one of the tickets. */
export interface BulkOutcome {
  ticket: BulkTicket;
  /** Why it was not changed; absent: it was. */
  error?: BulkResult['error'];
  /** The version that the change left. */
  version?: number;
  /** What of it was otherwise before; absent: the desk does not know. */
  before?: BulkResult['before'];
}

/** How far a change of many tickets got. */
export interface BulkProgress {
  isRunning: boolean;
  total: number;
  outcomes: readonly BulkOutcome[];
}

/** Why all of these were not changed: the request for them failed. */
export function failedOutcome(
  ticket: BulkTicket,
  error: unknown,
): BulkOutcome {
  return {
    ticket,
    error: {
      name: error instanceof Error ? error.name : 'Error',
      message: messageOf(error),
      code: errorCodeOf(error),
    },
  };
}
