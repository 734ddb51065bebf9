import type {
  PageQuery,
  FailedNotification,
  FailedNotificationPage,
} from '@portaldesk/plugin-tickets-common';
import type { FailedEntry } from '../../store/outbox/OutboxEntry';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { unusableCursor } from '../cursors';
import { refusal } from '../refusal';

/** @throws NotAllowedError unless the caller administers the desk */
export async function listFailedNotifications(
  context: DeskContext,
  caller: Caller,
  { limit, cursor }: PageQuery,
): Promise<FailedNotificationPage> {
  requireAdmin(context, caller);
  const entries = await context.store.outbox.listFailed({
    limit: limit + 1,
    after: readCursor(cursor),
  });
  const items = entries.slice(0, limit).map(present);
  return {
    items,
    ...(entries.length > limit && { nextCursor: items[items.length - 1].id }),
  };
}

/**
 * Makes a failed notification due again, as if it were new.
 *
 * @throws NotAllowedError unless the caller administers the desk
 * @throws NotFoundError when there is no such failed notification
 */
export async function retryFailedNotification(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<void> {
  requireAdmin(context, caller);
  if (!(await context.store.outbox.retryFailed(id, context.clock()))) {
    throw notFailed(id);
  }
  context.outboxSignal?.wake();
}

/**
 * Discards a failed notification.
 *
 * @throws NotAllowedError unless the caller administers the desk
 * @throws NotFoundError when there is no such failed notification
 */
export async function discardFailedNotification(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<void> {
  requireAdmin(context, caller);
  if (!(await context.store.outbox.discardFailed(id))) {
    throw notFailed(id);
  }
}

/**
 * A cursor is the number of an entry: admins see what happens anyway.
 *
 * @throws InvalidRequestError at `query.cursor`
 */
function readCursor(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !/^[1-9]\d{0,17}$/.test(cursor)) {
    throw unusableCursor();
  }
  return cursor;
}

function requireAdmin(context: DeskContext, caller: Caller): void {
  if (!callersScope(context, caller).admin) {
    throw refusal(
      'admins-only',
      'Only admins of the desk see failed notifications',
    );
  }
}

function notFailed(id: string): Error {
  return refusal(
    'failed-notification-not-found',
    `There is no failed notification ${id}`,
  );
}

function present(entry: FailedEntry): FailedNotification {
  return {
    id: entry.id,
    channel: entry.channel,
    ticket: entry.ticketId,
    event: entry.notification.event,
    createdAt: entry.createdAt.toISOString(),
    attempts: entry.attempts,
    lastError: entry.lastError,
  };
}
