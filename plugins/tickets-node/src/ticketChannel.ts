import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  MessageKind,
  NotificationEvent,
  NotificationParty,
  NotificationRole,
  SlaDeadline,
} from '@portaldesk/plugin-tickets-common';

/**
 * A person to notify. They can read the ticket at this moment, except for
 * `access-lost`, whose recipients can no longer read it.
 * @public
 */
export interface NotificationRecipient {
  /** Reference of a catalog User. */
  ref: string;
  /** Why they are notified; at least one. */
  roles: NotificationRole[];
  /**
   * Whether they see what is internal to the team: notes, the internal status,
   * tags. Others must not learn about these.
   */
  seesInternal: boolean;
}

/**
 * A notification of a change of a ticket, with its recipients.
 * @public
 */
export interface TicketNotification {
  /**
   * Random UUID; the same at each delivery of this notification. A notification
   * can be delivered more than once, mostly after a crash. A channel that cannot
   * replace what it sent drops ids that it knows.
   */
  id: string;
  /** What the recipients are notified of. */
  event: NotificationEvent;
  /**
   * The ticket as it was at the time of the event; it can be deleted by now. The
   * subject is empty for `access-lost`.
   */
  ticket: {
    id: string;
    number: string;
    subject: string;
  };
  /**
   * Reference of the catalog User who made the change, or `DESK_ACTOR` of
   * `@portaldesk/plugin-tickets-common` for a change by the desk.
   */
  actor: string;
  /** When it happened. */
  at: Date;
  /** Id of the message, for `replied`, `noted` and `private-message-added`. */
  messageId?: string;
  /** The other ticket, for `merged` and `joined`. */
  other?: {
    id: string;
    number: string;
  };
  /** Which deadline it is about, for `sla-warning` and `sla-breach`. */
  deadline?: {
    type: SlaDeadline;
    dueAt: Date;
  };
  /**
   * The people to notify, each once. Groups are resolved into their members.
   * Left out are people who cannot read the ticket, and the actor, who gets only
   * the confirmation of a ticket that they filed. If there is work and the
   * assignee is away, missing from the catalog or without access, the team is
   * notified, and if nobody in the team is available, the admins of the desk.
   * Empty when `audience` has only groups without members.
   */
  recipients: NotificationRecipient[];
  /**
   * The users and groups to notify, before groups are resolved, without those
   * who cannot read the ticket: for a channel that notifies a group as such, for
   * example at the mail address of a team.
   */
  audience: NotificationParty[];
}

/**
 * What was written when a notification came about.
 * @public
 */
export interface NotificationMessage {
  /** Id of the message. */
  id: string;
  /**
   * `note` is for recipients who see what is internal, `private` for those in
   * `to`.
   */
  kind: MessageKind;
  /** Reference of the catalog User who wrote it. */
  author: string;
  /** References of the people whom a private message is for. */
  to: string[];
  /** Markdown. */
  body: string;
  /** When it was written. */
  createdAt: Date;
  /** The files that came with it. */
  files: {
    name: string;
    /** In bytes. */
    size: number;
  }[];
}

/**
 * What the desk hands a channel beside a notification.
 * @public
 */
export interface DeliveryOptions {
  /** Aborted after 30 seconds, which counts as a failure. */
  signal: AbortSignal;
  /** Path of the ticket's page below the portal's address. */
  ticketPath: string;
  /**
   * Reads the message that the notification is about, and the first one of a
   * ticket that was filed. Undefined for other events, and for a ticket without
   * messages. Not everybody who is notified may read every message: see its
   * `kind`.
   */
  readMessage(): Promise<NotificationMessage | undefined>;
}

/**
 * A way to notify people of changes of tickets.
 * @public
 */
export interface TicketChannel {
  /**
   * Identifies the channel, in at most 64 characters. Pending notifications are
   * stored under this id: it must not change.
   */
  id: string;
  /**
   * The events that the channel delivers. Default: all but `changed` and
   * `deleted`, which are for screens.
   */
  events?: readonly NotificationEvent[];
  /**
   * Whether the notifications of a ticket are delivered one after the other, as
   * they came about, by each backend. One that has to be retried does not hold up
   * those after it. Default: false, which is quicker.
   */
  inOrder?: boolean;
  /**
   * Delivers a notification. When this resolves, the notification is delivered.
   * When it rejects, the delivery is retried with growing pauses for about a day;
   * then the notification counts as failed until an admin of the desk retries or
   * discards it. Notifications are delivered concurrently.
   *
   * @throws {@link PermanentDeliveryError} when a retry cannot succeed: the
   *   notification counts as failed at once
   * @throws {@link ChannelUnavailableError} when nothing can be delivered now,
   *   whatever it is: no attempt is counted, and the channel rests for some
   *   seconds, at most a minute, and then goes on where it was
   */
  deliver(
    notification: TicketNotification,
    options: DeliveryOptions,
  ): Promise<void>;
}

/**
 * Thrown by a channel that can never deliver a notification.
 * @public
 */
export class PermanentDeliveryError extends Error {
  /** Identifies this error, also between copies of this package. */
  readonly name = 'PermanentDeliveryError';
}

/**
 * Thrown by a channel that cannot deliver anything now, such as while a server is
 * away.
 * @public
 */
export class ChannelUnavailableError extends Error {
  /** Identifies this error, also between copies of this package. */
  readonly name = 'ChannelUnavailableError';
}

/**
 * Where modules of the desk register channels.
 * @public
 */
export interface TicketsChannelsExtensionPoint {
  /**
   * Delivers all notifications from now on through this channel as well.
   *
   * @throws Error when a channel has the same id
   */
  addChannel(channel: TicketChannel): void;
}

/** {@inheritDoc TicketsChannelsExtensionPoint} @public */
export const ticketsChannelsExtensionPoint =
  createExtensionPoint<TicketsChannelsExtensionPoint>({
    id: 'tickets.channels',
  });
