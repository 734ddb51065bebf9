import type { TicketFacts } from '../domain/access/ticketFacts';
import type {
  NotificationEvent,
  NotificationParty,
  SlaDeadline,
} from '@portaldesk/plugin-tickets-common';

/** What is to be told, and whom it is meant for. */
export interface OutboxNotification {
  readonly event: NotificationEvent;
  readonly messageId?: string;
  readonly deadline?: {
    readonly type: SlaDeadline;
    /** ISO 8601, since it is kept as JSON. */
    readonly dueAt: string;
  };
  /** The other of two tickets that were merged. */
  readonly other?: { readonly id: string; readonly number: string };
  /** Whether somebody who is there has to be told, since there is work. */
  readonly work?: boolean;
  /** Of `access-lost`: what decided who may read the ticket. */
  readonly access?: {
    readonly before: TicketFacts;
    /** Null where the ticket went into another one, or was deleted. */
    readonly after: TicketFacts | null;
    /**
     * Whether the requester's side was told of the ticket before; absent where
     * an earlier version wrote it, which told them.
     */
    readonly notifyRequester?: boolean;
  };
  /** Whether nobody may notice it who does not see the ticket from inside. */
  readonly inside: boolean;
  /** Id of another ticket: nobody may notice it who may not read that one. */
  readonly otherTicket?: string;
  readonly actor: string;
  /** The ticket as it was then. */
  readonly number: string;
  readonly subject: string;
  readonly parties: readonly NotificationParty[];
}

/** A notice on its way to one channel. */
export interface OutboxEntry {
  /** The same for all channels, and for all attempts. */
  readonly notificationId: string;
  readonly channel: string;
  /** Id of the ticket, which need not be there any more. */
  readonly ticketId: string;
  readonly notification: OutboxNotification;
  readonly createdAt: Date;
}

export interface StoredOutboxEntry extends OutboxEntry {
  readonly id: string;
  /** How often its delivery was begun. */
  readonly attempts: number;
}

/** An entry that could not be delivered, and is not tried again by itself. */
export interface FailedEntry extends StoredOutboxEntry {
  readonly lastError: string;
}

/** What the desk remembers of what has to be told. */
export interface OutboxStore {
  /** They are due at once. */
  insert(entries: readonly OutboxEntry[]): Promise<void>;

  /**
   * Takes entries that are due, oldest first, for a time: until then nobody
   * else gets them, and afterwards they are due again, unless they were
   * delivered, rescheduled or failed meanwhile. Each time counts as an attempt.
   */
  claim(
    channel: string,
    claim: {
      readonly now: Date;
      readonly until: Date;
      readonly limit: number;
    },
  ): Promise<StoredOutboxEntry[]>;

  /**
   * Whether somebody has an entry about one of these tickets for a channel, and
   * took it not long ago.
   *
   * @param before - id of another entry: only those that came before it
   * @param claim - that entries are claimed until this time at most
   */
  isUnderWay(
    channel: string,
    ticketIds: readonly string[],
    before: string,
    claim: { readonly now: Date; readonly until: Date },
  ): Promise<boolean>;

  acknowledge(ids: readonly string[]): Promise<void>;
  /**
   * Makes entries due that were claimed and not begun, as if they had not been
   * claimed; leaves out those that were claimed again since.
   */
  release(entries: readonly StoredOutboxEntry[], now: Date): Promise<void>;
  /** Does nothing when the entry was claimed again since. */
  reschedule(
    entry: StoredOutboxEntry,
    until: Date,
    cause: string,
  ): Promise<void>;
  /** @returns false when the entry was claimed again since */
  markFailed(entry: StoredOutboxEntry, cause: string): Promise<boolean>;

  /**
   * Marks as failed what has been due since a time and is for none of these channels.
   *
   * @returns how many entries
   */
  failStranded(
    channels: readonly string[],
    since: Date,
    cause: string,
  ): Promise<number>;

  /** Oldest first. */
  listFailed(page: {
    readonly limit: number;
    readonly after?: string;
  }): Promise<FailedEntry[]>;
  /**
   * Makes a failed entry due, as if it had never been tried.
   *
   * @returns false when there is no such entry
   */
  retryFailed(id: string, now: Date): Promise<boolean>;
  /** @returns false when there is no such entry */
  discardFailed(id: string): Promise<boolean>;
}
