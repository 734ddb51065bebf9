import type {
  TicketChannel,
  TicketNotice,
} from '@portaldesk/plugin-tickets-node';
import type { DeskContext } from '../desk/context';
import { resolveAudience } from '../desk/telling/resolveAudience';
import type { Taken } from './Batch';

/** What telling takes. */
export interface DeliveryContext extends Pick<
  DeskContext,
  'config' | 'catalog' | 'store' | 'clock' | 'ids'
> {
  /**
   * Gives a ticket whose assignee is away to somebody else, where the desk is
   * configured so.
   *
   * @returns whether it has another assignee now
   */
  readonly passOn?: (ticketId: string) => Promise<boolean>;
}

/**
 * Tells of one notice through one channel. Nothing is told when nobody is left
 * who may be told.
 */
export async function deliver(
  context: DeliveryContext,
  channel: TicketChannel,
  { entry, batch }: Taken,
  signal: AbortSignal,
): Promise<void> {
  const { store } = context;
  const passedOn = await passOnWork(context, entry);
  const { recipients, audience } = await resolveAudience(
    {
      ...context,
      tickets: passedOn ? store : batch,
      absences: batch,
    },
    entry,
  );
  signal.throwIfAborted();
  if (recipients.length > 0 || audience.some(({ ref }) => isGroup(ref))) {
    const { notice } = entry;
    const told: TicketNotice = {
      id: entry.noticeId,
      occasion: notice.occasion,
      ticket: {
        id: entry.ticketId,
        number: notice.number,
        subject: notice.subject,
      },
      actor: notice.actor,
      at: entry.createdAt,
      ...(notice.messageId !== undefined && {
        messageId: context.ids.idOf('message', notice.messageId),
      }),
      ...(notice.other && { other: { ...notice.other } }),
      ...(notice.deadline && {
        deadline: {
          type: notice.deadline.type,
          dueAt: new Date(notice.deadline.dueAt),
        },
      }),
      recipients,
      audience,
    };
    await channel.deliver(told, { signal });
  }
}

/** Whoever gives a ticket to somebody by hand wants them to have it. */
async function passOnWork(
  { passOn }: DeliveryContext,
  { notice, ticketId }: Taken['entry'],
): Promise<boolean> {
  return notice.work && notice.occasion !== 'assigned' && passOn
    ? passOn(ticketId)
    : false;
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
