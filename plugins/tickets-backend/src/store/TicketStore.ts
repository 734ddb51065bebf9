import type {
  MessageKind,
  Side,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import type { Scope } from '../domain/access';
import type { NewEvent, TicketState } from '../domain/ticketState';

/** A catalog entity that a ticket is about; the first one is the primary one. */
export interface StoredAsset {
  readonly entityRef: string;
  /** The group or user that owned it when the ticket was filed. */
  readonly owner: string | null;
}

export interface StoredTicket extends TicketState {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly assets: readonly StoredAsset[];
}

export interface NewMessage {
  readonly kind: MessageKind;
  readonly side: Side;
  readonly author: string;
  readonly body: string;
  readonly createdAt: Date;
}

export interface StoredMessage extends NewMessage {
  readonly id: string;
}

export interface StoredEvent extends NewEvent {
  readonly id: string;
  readonly version: number;
}

export type SortKey = 'createdAt' | 'updatedAt';

/** Where the page before ended. */
export interface TicketPosition {
  readonly at: Date;
  readonly id: string;
}

export interface TicketListRequest {
  readonly where: TicketConditions;
  readonly sort: SortKey;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly after?: TicketPosition;
}

/** Which tickets are meant, with what depends on the configuration resolved. */
export interface TicketConditions extends Omit<
  TicketFilter,
  'light' | 'status'
> {
  /** Any of these statuses. */
  readonly inStatus?: readonly string[];
  /** None of these statuses. */
  readonly notInStatus?: readonly string[];
  /** Of these statuses, only tickets whose status this caller may know. */
  readonly insideOnly?: boolean;
}

/** A page of what belongs to one ticket, newest first. */
export interface BackwardsPage {
  readonly limit: number;
  /** Only what is older than the entry with this id. */
  readonly before?: string;
}

/** The desk's memory. What a method changes is part of the transaction it is called in. */
export interface TicketStore {
  /** Everything in `work` happens, or nothing. */
  transaction<T>(work: (store: TicketStore) => Promise<T>): Promise<T>;

  /** The next count of a counter; it is held until the transaction ends. */
  nextCount(scope: string): Promise<number>;

  isNumberTaken(number: string): Promise<boolean>;

  insertTicket(ticket: StoredTicket): Promise<void>;
  /** Finds a ticket by its id or its number. */
  findTicket(key: string): Promise<StoredTicket | undefined>;
  /** Finds a ticket and keeps others from changing it until the transaction ends. */
  lockTicket(key: string): Promise<StoredTicket | undefined>;
  updateTicket(ticket: StoredTicket): Promise<void>;

  listTickets(
    scope: Scope,
    request: TicketListRequest,
  ): Promise<StoredTicket[]>;
  /** Counts up to `cap` tickets. */
  countTickets(
    scope: Scope,
    where: TicketConditions,
    cap: number,
  ): Promise<number>;
  /** How many tickets are in each status. */
  countByStatus(
    scope: Scope,
    where: TicketConditions,
  ): Promise<Map<string, number>>;

  insertMessage(ticketId: string, message: NewMessage): Promise<StoredMessage>;
  listMessages(
    ticketId: string,
    kinds: readonly MessageKind[],
    page: BackwardsPage,
  ): Promise<StoredMessage[]>;

  insertEvents(
    ticketId: string,
    version: number,
    events: readonly NewEvent[],
  ): Promise<void>;
  listEvents(ticketId: string, page: BackwardsPage): Promise<StoredEvent[]>;
  /** The events after a version of the ticket, oldest first. */
  eventsSince(ticketId: string, version: number): Promise<StoredEvent[]>;

  /**
   * Marks an import as done.
   *
   * @returns false when it was done before
   */
  claimImport(id: string, at: Date): Promise<boolean>;
  isImported(id: string): Promise<boolean>;
}
