import { notificationEventSchema } from '@portaldesk/plugin-tickets-common';
import type {
  TicketChannel,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { DeskContext } from '../desk/context';
import { resolveAudience } from '../desk/notifications/resolveAudience';
import type { ClaimedEntry } from './Batch';
import { readMessage } from './readMessage';

/** What a delivery needs. */
export interface DeliveryContext extends Pick<
  DeskContext,
  'config' | 'catalog' | 'store' | 'clock' | 'ids'
> {
  /**
   * Reassigns a ticket whose assignee is away, if the desk is configured so.
   */
  readonly passOn?: (ticketId: string) => Promise<unknown>;
}

/** The events that this version knows. */
const knownEvents: ReadonlySet<string> = new Set(
  notificationEventSchema.options,
);

/**
 * Delivers one notification through one channel, unless no recipient with
 * access is left.
 *
 * @throws Error for an event of a later version: it is left to a replica of
 *   that version, and fails when there is none
 */
export async function deliver(
  context: DeliveryContext,
  channel: TicketChannel,
  { entry, batch }: ClaimedEntry,
  signal: AbortSignal,
): Promise<void> {
  const { store } = context;
  if (!knownEvents.has(entry.notification.event)) {
    throw new Error(
      `this version does not know the event "${entry.notification.event}"; a later version may`,
    );
  }
  const canPassOn = await passOnWork(context, entry);
  const { recipients, audience } = await resolveAudience(
    {
      ...context,
      // the channel that came first may have passed it on
      tickets: canPassOn ? store.tickets : batch,
      absences: batch,
    },
    entry,
  );
  signal.throwIfAborted();
  if (recipients.length > 0 || audience.some(({ ref }) => isGroup(ref))) {
    const { notification } = entry;
    const notified: TicketNotification = {
      id: entry.notificationId,
      event: notification.event,
      ticket: {
        id: entry.ticketId,
        number: notification.number,
        subject: notification.subject,
      },
      actor: notification.actor,
      at: entry.createdAt,
      ...(notification.messageId !== undefined && {
        messageId: context.ids.idOf('message', notification.messageId),
      }),
      ...(notification.other && { other: { ...notification.other } }),
      ...(notification.deadline && {
        deadline: {
          type: notification.deadline.type,
          dueAt: new Date(notification.deadline.dueAt),
        },
      }),
      recipients,
      audience,
    };
    await channel.deliver(notified, {
      signal,
      ticketPath: `${context.config.page.path}/${encodeURIComponent(notification.number)}`,
      readMessage: () => readMessage(context, entry),
    });
  }
}

/**
 * Passes a ticket on, unless it was assigned by hand just now: that person was
 * chosen on purpose.
 *
 * @returns whether the ticket may have been passed on, for this notification or
 *   another one
 */
async function passOnWork(
  { passOn }: DeliveryContext,
  { notification, ticketId }: ClaimedEntry['entry'],
): Promise<boolean> {
  if (!notification.work || !passOn) {
    return false;
  }
  if (notification.event !== 'assigned') {
    await passOn(ticketId);
  }
  return true;
}

function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}

/**
 * Waits for the work, and fails when it takes too long, even if it ignores its
 * signal.
 */
export async function withTimeout(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no answer within ${milliseconds / 1000} s`);
      abort.abort(error);
      reject(error);
    }, milliseconds).unref();
  });
  try {
    await Promise.race([work(abort.signal), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
