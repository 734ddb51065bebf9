import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  NoticeOccasion,
  NoticeParty,
  NoticeRole,
  SlaDeadline,
} from '@portaldesk/plugin-tickets-common';

/**
 * Somebody who is told of an occasion, and may read the ticket at this moment;
 * of `access-lost`, somebody who may not read it any more.
 * @public
 */
export interface NoticeRecipient {
  /** Reference of a catalog User. */
  ref: string;
  /** Why they are told; at least one. */
  roles: NoticeRole[];
  /**
   * Whether they see the ticket from inside: its notes, its internal status,
   * its tags. Nothing of these may reach the others.
   */
  inside: boolean;
}

/**
 * Something that happened to a ticket, for those who are to be told of it.
 * @public
 */
export interface TicketNotice {
  /**
   * The same each time this notice is delivered. A notice can come more than
   * once, above all after a crash: a channel that cannot take it back drops
   * what it has told already.
   */
  id: string;
  /** What happened. */
  occasion: NoticeOccasion;
  /**
   * The ticket as it was when it happened; it may be deleted meanwhile. Of
   * `access-lost` the subject is empty.
   */
  ticket: {
    id: string;
    number: string;
    subject: string;
  };
  /**
   * Who did it: reference of a catalog User, or `DESK_ACTOR` of
   * `@portaldesk/plugin-tickets-common`: the desk by itself.
   */
  actor: string;
  /** When it happened. */
  at: Date;
  /** Id of the message, for `replied`, `noted` and `messaged-privately`. */
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
   * The people to tell, with groups resolved into their members; nobody twice.
   * Who may not read the ticket any more is left out, and so is the actor,
   * except for the confirmation of a ticket that they filed. Where there is
   * work and its assignee is away, gone or without access, the team is told,
   * and where nobody of it is there, the admins of the desk. Empty when only groups without
   * members are left in `audience`.
   */
  recipients: NoticeRecipient[];
  /**
   * Whom the notice is meant for before groups were resolved, as far as they
   * may still read the ticket: for a channel that tells a group as such, say
   * at the mail address of a team.
   */
  audience: NoticeParty[];
}

/**
 * A way on which people are told of what happens to tickets.
 * @public
 */
export interface TicketChannel {
  /**
   * Says which channel this is, in at most 64 characters. What is on its way
   * waits under this id: it must not change.
   */
  id: string;
  /**
   * What it tells of. Default: everything but `changed` and `deleted`, which
   * are for screens and not for people
   */
  occasions?: readonly NoticeOccasion[];
  /**
   * Tells of a notice. When this resolves the notice is done. When it rejects
   * it is tried again later, for about a day and with growing pauses, and then
   * parked until an admin of the desk decides. Several notices are delivered at
   * the same time, in no certain order.
   *
   * @param options - the signal is aborted when it takes too long (30 seconds),
   *   which counts as a failure
   * @throws {@link PermanentDeliveryError} when there is no use in trying
   *   again: the notice is parked at once
   */
  deliver(
    notice: TicketNotice,
    options: { signal: AbortSignal },
  ): Promise<void>;
}

/**
 * Thrown by a channel that can never deliver a notice.
 * @public
 */
export class PermanentDeliveryError extends Error {
  /** Tells this error from others, also between copies of this package. */
  readonly name = 'PermanentDeliveryError';
}

/**
 * Where modules of the desk register channels.
 * @public
 */
export interface TicketsChannelsExtensionPoint {
  /**
   * From now on what happens is told through this channel, too.
   *
   * @throws Error when there is a channel with this id
   */
  addChannel(channel: TicketChannel): void;
}

/** {@inheritDoc TicketsChannelsExtensionPoint} @public */
export const ticketsChannelsExtensionPoint =
  createExtensionPoint<TicketsChannelsExtensionPoint>({
    id: 'tickets.channels',
  });
