import type { TicketFacts } from '../../domain/access/ticketFacts';
import type {
  NotificationEvent,
  NotificationParty,
  SlaDeadline,
} from '@portaldesk/plugin-tickets-common';

/** A notification, and whom it is meant for. */
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
  /** Whether it means work, so that a person who is present has to get it. */
  readonly work?: boolean;
  /** Of `access-lost`: what decided who may read the ticket. */
  readonly access?: {
    readonly before: TicketFacts;
    /** Null where the ticket went into another one, or was deleted. */
    readonly after: TicketFacts | null;
    /**
     * Whether the requester's side was notified of the ticket before; absent
     * where an earlier version wrote it, which always notified them.
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
  /** Id of the ticket, which may have been deleted since. */
  readonly ticketId: string;
  readonly notification: OutboxNotification;
  readonly createdAt: Date;
}

export interface StoredOutboxEntry extends OutboxEntry {
  readonly id: string;
  /** How often its delivery was begun. */
  readonly attempts: number;
}

/** An entry that could not be delivered. It is not retried automatically. */
export interface FailedEntry extends StoredOutboxEntry {
  readonly lastError: string;
}
