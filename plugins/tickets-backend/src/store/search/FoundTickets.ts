import type { MessageKind } from '@portaldesk/plugin-tickets-common';
import type { StoredSummary } from '../tickets/StoredTicket';
import type { SearchPosition } from './SearchRequest';

/** A message that has what was looked for. */
export interface FoundMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly body: string;
}

/** A ticket that was found. */
export interface FoundTicket {
  readonly ticket: StoredSummary;
  /** The newest text for which it was found, and all there was at the time. */
  readonly position: SearchPosition;
  /** From the newest; not all where there are many. */
  readonly messages: readonly FoundMessage[];
}

/** What a search found. */
export interface FoundTickets {
  readonly tickets: readonly FoundTicket[];
  /**
   * Where it stopped before it had found enough, since it had looked at very
   * many texts; it can go on there. Absent: there are enough, or no others.
   */
  readonly stoppedAt?: SearchPosition;
}
