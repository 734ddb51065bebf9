import type { NewEvent } from '../../domain/ticketState';
import type { Versions } from '../../domain/versions';

/** An event with the versions that the ticket had after it. */
export interface StoredEvent extends NewEvent, Versions {
  readonly id: string;
  /** Number of the ticket that it happened to, where that is another one. */
  readonly origin: string | null;
  /** The category of that other ticket. */
  readonly originCategory: string | null;
}

/** A version of a ticket, as agents count them or as everybody else does. */
export interface VersionSeen {
  readonly version: number;
  readonly inside: boolean;
}
