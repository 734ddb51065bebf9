import { setTimeout as sleep } from 'node:timers/promises';
import { type Person, accessTo, scopeOf } from '../../domain/access/access';
import {
  type WithdrawalDecision,
  type ReadAccess,
  decideWithdrawal,
} from '../../domain/notifications/withdrawal';
import type {
  Notified,
  NotifiedKey,
  NotifiedScope,
} from '../../store/NotifiedStore';
import type { OutboxEntry } from '../../store/outbox/OutboxEntry';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskContext } from '../context';
import { errorForLog } from '../errorForLog';
import { ticketAccess } from '../present';

/** What taking back takes. */
export interface WithdrawalContext extends Pick<
  DeskContext,
  'config' | 'catalog' | 'store' | 'clock' | 'throttledLogger'
> {
  /** Puts neutral words in place of notifications, in the portal. */
  readonly withdraw: (notified: NotifiedScope) => Promise<void>;
}

/** How many notifications a batch checks. */
const BATCH = 500;

/** So many errors in a row mean that nobody answers. */
const MOST_ERRORS_IN_ROW = 5;

/**
 * Withdraws the notifications of people who lost access by a change of the
 * ticket, each once. What could not be withdrawn is left for the next run.
 *
 * @param ticketIds - the ticket, with those that were merged into it
 * @throws Error where the portal's notifications refused some of it
 */
export async function withdrawAfterChange(
  context: WithdrawalContext,
  { notification, ticketId }: Pick<OutboxEntry, 'notification' | 'ticketId'>,
  ticketIds: readonly string[],
): Promise<void> {
  const { catalog, config, store } = context;
  const notified = await store.notified.ofTickets(ticketIds);
  const ticket = await store.tickets.find(ticketId);
  if (!ticket) {
    requireDone(await withdrawAll(context, notified));
    return;
  }
  const before = notification.access?.before;
  const directory = await catalog.directory(peopleOf(notified));
  const hasLost = (person: Person) => {
    const scope = scopeOf(config.access, person);
    return (
      // a person who has no access by what is known now may only be missing in
      // the catalog for a moment: a later run decides
      before !== undefined &&
      accessTo(scope, before).read &&
      !ticketAccess(scope, ticket).read
    );
  };
  requireDone(
    await withdrawAll(
      context,
      notified.filter(({ person }) => hasLost(directory.belongings(person))),
    ),
  );
}

/**
 * Checks all notifications that people may have, and withdraws those of tickets
 * that they lost for another reason than a change of the ticket, such as
 * leaving a group. It can stop at any time, and the next run continues where it
 * stopped.
 *
 * @throws Error where the catalog or the portal's notifications do not answer
 */
export async function withdrawWithoutAccess(
  context: WithdrawalContext,
  { signal, batch = BATCH }: { signal?: AbortSignal; batch?: number } = {},
): Promise<void> {
  const { notified } = context.store;
  let after: NotifiedKey | undefined = await notified.position();
  while (!signal?.aborted) {
    const begin = performance.now();
    const page = await notified.list({ limit: batch, after });
    await lookAt(context, page);
    after = page.length === batch ? page.at(-1) : undefined;
    await notified.setPosition(after && keyOf(after), context.clock());
    if (!after) {
      return;
    }
    // it never takes more than half of the database's time
    await sleep(performance.now() - begin);
  }
}

async function lookAt(
  context: WithdrawalContext,
  notified: readonly Notified[],
): Promise<void> {
  if (notified.length === 0) {
    return;
  }
  const { catalog, clock, config, store } = context;
  const now = clock();
  const tickets = await store.tickets.findByKeys([
    ...new Set(notified.map(({ ticketId }) => ticketId)),
  ]);
  const directory = await catalog.freshDirectory(peopleOf(notified));
  const accessOf = (
    ticket: StoredTicket | undefined,
    person: Person | undefined,
  ): ReadAccess => {
    if (!ticket || !person) {
      return ticket ? 'unknown' : 'gone';
    }
    const scope = scopeOf(config.access, person);
    return ticketAccess(scope, ticket).read ? 'reader' : 'stranger';
  };
  const decisions = notified.map(one =>
    decideWithdrawal(
      one,
      accessOf(tickets.get(one.ticketId), directory.person(one.person)),
      now,
    ),
  );
  const having = (decision: WithdrawalDecision) =>
    notified.filter((_, index) => decisions[index] === decision);
  logRefusals(context, await withdrawAll(context, having('taken-back')));
  for (const [scope, notifiedBy] of byScope(having('forgotten'))) {
    await store.notified.forget(scope, notifiedBy);
  }
  for (const [scope] of byScope(having('doubtful'))) {
    await store.notified.setLostSince(scope, now);
  }
  for (const [scope] of byScope(having('cleared'))) {
    await store.notified.setLostSince(scope, null);
  }
}

/**
 * Takes back what it can: a notification that the portal refuses to change does
 * not keep others with those who lost them.
 *
 * @returns why some could not be taken back
 * @throws the last of many errors in a row: nobody answers at present
 */
async function withdrawAll(
  { store, withdraw }: WithdrawalContext,
  notified: readonly Notified[],
): Promise<Error[]> {
  const errors: Error[] = [];
  let inRow = 0;
  for (const [scope, notifiedBy] of byScope(notified)) {
    try {
      await withdraw(scope);
      inRow = 0;
    } catch (error) {
      errors.push(errorForLog(error));
      inRow += 1;
      if (inRow === MOST_ERRORS_IN_ROW) {
        throw error;
      }
      continue;
    }
    await store.notified.forget(scope, notifiedBy);
  }
  return errors;
}

function requireDone([error]: readonly Error[]): void {
  if (error) {
    throw error;
  }
}

function logRefusals(
  { throttledLogger }: WithdrawalContext,
  errors: readonly Error[],
): void {
  if (errors.length > 0) {
    throttledLogger.warn(
      'withdrawal',
      `Could not withdraw notifications of ${errors.length} sorts from people who lost access; the next review tries again`,
      errors[0],
    );
  }
}

/** The scopes of notifications, each with the time of its last delivery. */
function byScope(notified: readonly Notified[]): [NotifiedScope, Date][] {
  const scopes = new Map<string, Notified[]>();
  for (const one of notified) {
    const key = JSON.stringify([one.ticketId, one.scope]);
    const same = scopes.get(key) ?? [];
    same.push(one);
    scopes.set(key, same);
  }
  return [...scopes.values()].map(same => [
    {
      ticketId: same[0].ticketId,
      scope: same[0].scope,
      people: same.map(({ person }) => person),
    },
    new Date(Math.max(...same.map(({ notifiedAt }) => notifiedAt.getTime()))),
  ]);
}

function peopleOf(notified: readonly Notified[]): string[] {
  return [...new Set(notified.map(({ person }) => person))];
}

function keyOf({ ticketId, scope, person }: NotifiedKey): NotifiedKey {
  return { ticketId, scope, person };
}
