import type {
  LinkType,
  MessageKind,
  Side,
} from '@portaldesk/plugin-tickets-common';
import type { Scope } from '../domain/access/access';
import type { NewEvent, TicketState } from '../domain/ticketState';
import type { Versions } from '../domain/versions';
import type { Deadlines } from '../domain/sla/deadlines';
import type { MessageReader } from '../domain/access/readableMessage';
import type { AbsenceStore } from './AbsenceStore';
import type { FileStore, StoredFile } from './FileStore';
import type { NotifiedStore } from './NotifiedStore';
import type { OutboxStore } from './OutboxStore';
import type { ReadStore } from './ReadStore';
import type { IdempotencyStore } from './IdempotencyStore';
import type { RoundRobinStore } from './RoundRobinStore';
import type { UnavailableStore } from './UnavailableStore';
import type { ViewStore } from './ViewStore';
import type { TicketConditions } from './TicketConditions';
import type { ReportStore } from './reports/ReportStore';
import type { DuePage, DueTicket } from './due';
import type { TicketList, TicketListRequest } from './lists/listTickets';
import type { InsertedTicket, TicketInsert } from './newTickets';
import type { OutdatedPage, OutdatedTicket } from './outdatedDeadlines';
import type { SearchStore } from './search/SearchStore';
import type { ConfiguredProperty, PropertyCount } from './stranded';

export type { MessageReader } from '../domain/access/readableMessage';
export type { TicketConditions } from './TicketConditions';
export type { BlobLocation, FileStore, StoredFile } from './FileStore';

export interface StoredTicket extends TicketState, Versions {
  readonly id: string;
  readonly number: string;
  /** The group or user that owns each asset, as far as the desk knows. */
  readonly assetOwners: Readonly<Record<string, string | null>>;
  /** What follows for it from its SLA policy. */
  readonly deadlines: Deadlines;
}

/** Of a ticket, what access depends on, and what is shown of one among others. */
export type StoredSummary = Pick<
  StoredTicket,
  | 'id'
  | 'number'
  | 'subject'
  | 'status'
  | 'category'
  | 'priority'
  | 'visibility'
  | 'fields'
  | 'people'
  | 'requester'
  | 'createdBy'
  | 'organisation'
  | 'organisationAccess'
  | 'team'
  | 'assignee'
  | 'createdAt'
  | 'updatedAt'
  | 'assets'
  | 'assetOwners'
>;

export interface NewMessage {
  readonly kind: MessageKind;
  readonly side: Side;
  readonly author: string;
  readonly body: string;
  /** Whom a private message is for, beside its author; else empty. */
  readonly recipients: readonly string[];
  readonly createdAt: Date;
}

export interface StoredMessage extends NewMessage {
  readonly id: string;
  readonly ticketId: string;
  /** Number of the ticket it was written on, where that is another one. */
  readonly origin: string | null;
  readonly files: readonly StoredFile[];
}

/** How one ticket belongs to another; both by their ids. */
export interface StoredLink {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
}

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

/** A page of what belongs to one ticket, newest first. */
export interface BackwardsPage {
  readonly limit: number;
  /** Only what is older than the entry with this id. */
  readonly before?: string;
}

export interface TransactionOptions {
  /** Whether the work can be done anew. Default: true */
  readonly repeatable?: boolean;
}

/** The desk's memory. What a method changes is part of the transaction it is called in. */
export interface TicketStore {
  readonly files: FileStore;
  readonly outbox: OutboxStore;
  readonly notified: NotifiedStore;
  readonly idempotency: IdempotencyStore;
  readonly absences: AbsenceStore;
  readonly roundRobin: RoundRobinStore;
  readonly reads: ReadStore;
  readonly views: ViewStore;
  readonly unavailable: UnavailableStore;
  readonly search: SearchStore;
  readonly reports: ReportStore;

  /**
   * Everything in `work` happens, or nothing. Where another transaction is in
   * the way, `work` is done anew from its beginning.
   */
  transaction<T>(
    work: (store: TicketStore) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /**
   * Calls back when everything has happened that the transaction comprises of
   * which this store is part; at once outside of a transaction.
   */
  afterCommit(callback: () => void): void;

  /** The next count of a counter; it is held until the transaction ends. */
  nextCount(scope: string): Promise<number>;

  /** @returns undefined when another ticket has the number; then nothing is inserted */
  insertTicket(
    ticket: StoredTicket,
    insert?: TicketInsert,
  ): Promise<InsertedTicket | undefined>;
  /**
   * Finds a ticket by its id or its number; that of a merged ticket leads to
   * the one that it went into.
   */
  findTicket(key: string): Promise<StoredTicket | undefined>;
  /** Finds the same for many keys at once; those that lead nowhere are not there. */
  findTicketsByKeys(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, StoredTicket>>;
  /** Finds a ticket and keeps others from changing it until the transaction ends. */
  lockTicket(key: string): Promise<StoredTicket | undefined>;
  /** Those of the tickets with these ids that there are. */
  findTickets(ids: readonly string[]): Promise<StoredTicket[]>;
  updateTicket(before: StoredTicket, after: StoredTicket): Promise<void>;
  /** Ids of the tickets that were merged into a ticket, or into one of these. */
  idsMergedInto(id: string): Promise<string[]>;
  /** Removes a ticket with all that refers to it. */
  deleteTicket(id: string): Promise<void>;

  /** One page of a list, in its order, whichever way it is read. */
  listTickets(scope: Scope, request: TicketListRequest): Promise<TicketList>;
  /** Counts up to `cap` tickets for each of these conditions. */
  countEach(
    scope: Scope,
    wheres: readonly TicketConditions[],
    cap: number,
  ): Promise<number[]>;

  /** Postponed tickets whose time has come, in whatever status they are. */
  dueReturns(now: Date, page: DuePage): Promise<DueTicket[]>;
  /** Tickets in a status that were not active after a time. */
  idleTickets(status: string, since: Date, page: DuePage): Promise<DueTicket[]>;

  /** Tickets with a deadline that has to be warned of, or has passed. */
  slaChecks(now: Date, page: DuePage): Promise<DueTicket[]>;
  /**
   * Open tickets with a policy whose deadlines were computed by rules with a
   * smaller or a greater fingerprint.
   */
  outdatedDeadlines(
    side: '<' | '>',
    rules: string,
    page: OutdatedPage,
  ): Promise<OutdatedTicket[]>;
  /** The events of a ticket that decide about its deadlines, oldest first. */
  slaEvents(ticketId: string): Promise<NewEvent[]>;
  /** Writes nothing but the deadlines. */
  updateDeadlines(id: string, deadlines: Deadlines): Promise<void>;

  /** Counts all tickets by what they have of the configuration. */
  countByProperty(property: ConfiguredProperty): Promise<PropertyCount[]>;

  insertMessage(ticketId: string, message: NewMessage): Promise<StoredMessage>;
  /** Those of a ticket's messages that somebody may read. */
  listMessages(
    ticketId: string,
    reader: MessageReader,
    page: BackwardsPage,
  ): Promise<StoredMessage[]>;
  /** A message, whoever may read it. */
  findMessage(id: string): Promise<StoredMessage | undefined>;
  /** The reply that a ticket began with. */
  firstReply(ticketId: string): Promise<StoredMessage | undefined>;
  /** Moves a message with its files to another ticket. */
  moveMessage(id: string, from: StoredTicket, to: StoredTicket): Promise<void>;
  /**
   * Moves all messages, files and links of a ticket to another one, which is
   * found from then on by the number, subject and fields of both.
   */
  moveBelongings(from: StoredTicket, to: StoredTicket): Promise<void>;

  insertEvents(
    ticket: Versions & Pick<StoredTicket, 'id'>,
    events: readonly NewEvent[],
  ): Promise<void>;
  listEvents(ticketId: string, page: BackwardsPage): Promise<StoredEvent[]>;
  /** The events of a ticket and of all that were merged into it. */
  listHistory(ticketId: string, page: BackwardsPage): Promise<StoredEvent[]>;
  /** The events after a version of the ticket, oldest first. */
  eventsSince(ticketId: string, since: VersionSeen): Promise<StoredEvent[]>;

  /** @returns false when there was this link before */
  insertLink(link: StoredLink, at: Date): Promise<boolean>;
  /** @returns false when there was no such link */
  removeLink(link: StoredLink): Promise<boolean>;
  /**
   * The newest open tickets that follow a ticket up, or follow up one that does.
   */
  openFollowUps(ticketId: string): Promise<StoredTicket[]>;
  /** Links from and to a ticket, oldest first. */
  linksOf(ticketId: string): Promise<StoredLink[]>;
  /** Whether one ticket is a parent of another one, or a parent of its parents. */
  isAncestor(ancestor: string, ticketId: string): Promise<boolean>;

  /**
   * Marks an import as done.
   *
   * @returns false when it was done before
   */
  claimImport(id: string, at: Date): Promise<boolean>;
  isImported(id: string): Promise<boolean>;
}
