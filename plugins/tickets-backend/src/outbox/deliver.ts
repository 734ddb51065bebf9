import { notificationEventSchema } from '@portaldesk/plugin-tickets-common';
import type {
  TicketChannel,
  TicketNotification,
} from '@portaldesk/plugin-tickets-node';
import type { DeskContext } from '../desk/context';
import { resolveAudience } from '../desk/notifications/resolveAudience';
import type { ClaimedEntry } from './Batch';

/** What telling takes. */
export interface DeliveryContext extends Pick<
  DeskContext,
  'config' | 'catalog' | 'store' | 'clock' | 'ids'
> {
  /**
   * Gives a ticket whose assignee is away to somebody else, where the desk is
   * configured so.
   */
  readonly passOn?: (ticketId: string) => Promise<unknown>;
}

/** What this version can tell of. */
const knownEvents: ReadonlySet<string> = new Set(
  notificationEventSchema.options,
);

/**
 * Tells of one notice through one channel. Nothing is told when nobody is left
 * who may be told.
 *
 * @throws Error for what only a later version can tell: it is left to a replica
 *   of that one, and fails when there is none
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
      `this version knows no occasion "${entry.notification.event}", a later one may`,
    );
  }
  const canPassOn = await passOnWork(context, entry);
  const { recipients, audience } = await resolveAudience(
    {
      ...context,
      // whichever channel was first may have passed it on
      tickets: canPassOn ? store : batch,
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
    await channel.deliver(notified, { signal });
  }
}

/**
 * Passes a ticket on, unless somebody was given it by hand just now: who did so
 * wants them to have it.
 *
 * @returns whether it can have been passed on, for this notice or another one
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
 * Ends with the work, or fails when the work takes too long, whether it heeds
 * its signal or not.
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
