import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  PageQuery,
  ParkedNotice,
  ParkedNoticePage,
} from '@portaldesk/plugin-tickets-common';
import type { ParkedEntry } from '../../store/OutboxStore';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { unusableCursor } from '../cursors';
import type { Authorize } from '../authorize';

/** What can be done with notices that could not be delivered. */
export function parkedNotices(context: DeskContext, authorize: Authorize) {
  async function permitted(caller: Caller): Promise<Caller> {
    return { ...caller, ...(await authorize(caller)) };
  }

  return {
    list: async (caller: Caller, page: PageQuery) =>
      listParkedNotices(context, await permitted(caller), page),
    retry: async (caller: Caller, id: string) =>
      retryParkedNotice(context, await permitted(caller), id),
    discard: async (caller: Caller, id: string) =>
      discardParkedNotice(context, await permitted(caller), id),
  };
}

/** @throws NotAllowedError unless the caller administers the desk */
export async function listParkedNotices(
  context: DeskContext,
  caller: Caller,
  { limit, cursor }: PageQuery,
): Promise<ParkedNoticePage> {
  requireAdmin(context, caller);
  const entries = await context.store.outbox.listParked({
    limit: limit + 1,
    after: readNoticeCursor(cursor),
  });
  const items = entries.slice(0, limit).map(present);
  return {
    items,
    ...(entries.length > limit && { nextCursor: items[items.length - 1].id }),
  };
}

/**
 * Lets a parked notice be delivered again, as if it were new.
 *
 * @throws NotAllowedError unless the caller administers the desk
 * @throws NotFoundError when no such notice is parked
 */
export async function retryParkedNotice(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<void> {
  requireAdmin(context, caller);
  if (!(await context.store.outbox.retryParked(id, context.clock()))) {
    throw notParked(id);
  }
  context.announcer?.wake();
}

/**
 * Gives a parked notice up.
 *
 * @throws NotAllowedError unless the caller administers the desk
 * @throws NotFoundError when no such notice is parked
 */
export async function discardParkedNotice(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<void> {
  requireAdmin(context, caller);
  if (!(await context.store.outbox.discardParked(id))) {
    throw notParked(id);
  }
}

/**
 * A cursor is the number of an entry: admins see what happens anyway.
 *
 * @throws InvalidRequestError at `query.cursor`
 */
function readNoticeCursor(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !/^[1-9]\d{0,17}$/.test(cursor)) {
    throw unusableCursor();
  }
  return cursor;
}

function requireAdmin(context: DeskContext, caller: Caller): void {
  if (!callersScope(context, caller).admin) {
    throw new NotAllowedError('Only admins of the desk see parked notices');
  }
}

function notParked(id: string): NotFoundError {
  return new NotFoundError(`There is no parked notice ${id}`);
}

function present(entry: ParkedEntry): ParkedNotice {
  return {
    id: entry.id,
    channel: entry.channel,
    ticket: entry.ticketId,
    occasion: entry.notice.occasion,
    createdAt: entry.createdAt.toISOString(),
    attempts: entry.attempts,
    lastError: entry.lastError,
  };
}
