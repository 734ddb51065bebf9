import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import { idleSince, idleStatuses, isIdle } from '../../domain/autoClosing';
import type { DuePage, DueTicket } from '../../store/due';
import type { StoredTicket } from '../../store/TicketStore';
import { saveChange } from '../changeTicket';
import type { DeskContext } from '../context';

/** How many tickets are looked for at once. */
const BATCH = 100;

export interface KeepTimeOptions {
  /** Ends it early; what it did not come to is still due the next time. */
  readonly signal?: AbortSignal;
  readonly batch?: number;
}

/** Something that the desk does to tickets by itself. */
interface Duty {
  /** What it does to a ticket, for the log. */
  readonly phrase: string;
  find(page: DuePage): Promise<DueTicket[]>;
  isDue(ticket: StoredTicket, now: Date): boolean;
  fulfil(change: TicketChange): void;
}

/**
 * Does what the desk does by itself when its time has come. It can end at any
 * time and run at several places at once: each ticket is changed in a
 * transaction of its own, if it is still due when nobody else can change it.
 */
export async function keepTime(
  context: DeskContext,
  options?: KeepTimeOptions,
): Promise<void> {
  await returnPostponed(context, options);
  await closeIdle(context, options);
}

/** Brings postponed tickets back whose time has come. */
export async function returnPostponed(
  context: DeskContext,
  options?: KeepTimeOptions,
): Promise<void> {
  const { store, clock } = context;
  const now = clock();
  await fulfilAll(context, options, {
    phrase: 'brought back',
    find: page => store.dueReturns(now, page),
    isDue: ({ postponedUntil }, at) =>
      postponedUntil !== null && postponedUntil <= at,
    fulfil: change => change.comeBack(),
  });
}

/** Closes tickets that nothing happens to any more, if that is configured. */
export async function closeIdle(
  context: DeskContext,
  options?: KeepTimeOptions,
): Promise<void> {
  const { config, store, clock } = context;
  const { autoClose, tellOnClose } = config;
  if (!autoClose) {
    return;
  }
  const since = idleSince(autoClose, clock());
  for (const status of idleStatuses(autoClose)) {
    await fulfilAll(context, options, {
      phrase: 'closed',
      find: page => store.idleTickets(status, since, page),
      isDue: (ticket, at) => isIdle(autoClose, ticket, at),
      fulfil: change =>
        change.setStatus(autoClose.to, 'auto-close', { told: tellOnClose }),
    });
  }
}

/** A ticket for which it fails does not hold up those after it. */
async function fulfilAll(
  context: DeskContext,
  { signal, batch = BATCH }: KeepTimeOptions = {},
  duty: Duty,
): Promise<void> {
  let after: DueTicket | undefined;
  do {
    const due = await duty.find({ limit: batch, after });
    for (const { id } of due) {
      if (signal?.aborted) {
        return;
      }
      await tryToFulfil(context, duty, id);
    }
    after = due.length === batch ? due.at(-1) : undefined;
  } while (after);
}

async function tryToFulfil(
  context: DeskContext,
  duty: Duty,
  id: string,
): Promise<void> {
  try {
    await fulfil(context, duty, id);
  } catch (error) {
    context.logger.warn(
      `The ticket ${id} could not be ${duty.phrase} by the desk; it will be tried again`,
      error instanceof Error ? error : new Error(String(error)),
    );
  }
}

/** Everybody is told of it as of something that an agent did. */
async function fulfil(
  context: DeskContext,
  { isDue, fulfil: apply }: Duty,
  id: string,
): Promise<void> {
  const { config, clock } = context;
  await context.store.transaction(async store => {
    const ticket = await store.lockTicket(id);
    const now = clock();
    // the id of a ticket that was merged meanwhile leads to another one
    if (ticket?.id !== id || !isDue(ticket, now)) {
      return;
    }
    const change = new TicketChange(config, DESK_ACTOR, now, ticket);
    apply(change);
    await saveChange(context, store, {
      before: ticket,
      change,
      actor: { ref: DESK_ACTOR, belongsTo: new Set([DESK_ACTOR]) },
      side: 'team',
    });
  });
}
