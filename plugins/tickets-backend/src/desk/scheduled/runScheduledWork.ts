import { idleSince, idleStatuses, isIdle } from '../../domain/autoClosing';
import type { DueTicket } from '../../store/due/DueStore';
import type { DeskContext } from '../context';
import { removeOldReports } from '../anonymous/removeOldReports';
import { checkDeadlines, recomputeDeadlines } from './checkDeadlines';
import { changeIfDue } from './changeIfDue';
import { type ScheduledWorkOptions, forEachDue } from './forEachDue';

/**
 * Does all due work. It can stop at any time and run on several replicas at
 * once: each ticket is changed in a transaction of its own, if it is still due
 * under the lock.
 */
export async function runScheduledWork(
  context: DeskContext,
  options?: ScheduledWorkOptions,
): Promise<void> {
  await returnPostponed(context, options);
  await closeIdle(context, options);
  await checkDeadlines(context, options);
  await recomputeDeadlines(context, options);
  await removeOldReports(context, options);
}

/** Brings postponed tickets back whose time has come. */
export async function returnPostponed(
  context: DeskContext,
  options?: ScheduledWorkOptions,
): Promise<void> {
  const { store, clock } = context;
  const now = clock();
  await forEachDue<DueTicket>(context, options, {
    phrase: 'returned',
    find: page => store.due.returns(now, page),
    process: id =>
      changeIfDue(context, id, {
        isDue: ({ postponedUntil }, at) =>
          postponedUntil !== null && postponedUntil <= at,
        apply: change => change.comeBack(),
      }),
  });
}

/** Closes idle tickets, if that is configured. */
export async function closeIdle(
  context: DeskContext,
  options?: ScheduledWorkOptions,
): Promise<void> {
  const { config, store, clock } = context;
  const { autoClose, notifyOnClose } = config;
  if (!autoClose) {
    return;
  }
  const since = idleSince(autoClose, clock());
  for (const status of idleStatuses(autoClose)) {
    await forEachDue<DueTicket>(context, options, {
      phrase: 'closed',
      find: page => store.due.idle(status, since, page),
      process: id =>
        changeIfDue(context, id, {
          isDue: (ticket, at) => isIdle(autoClose, ticket, at),
          apply: change =>
            change.setStatus(autoClose.to, 'auto-close', {
              notified: notifyOnClose,
            }),
        }),
    });
  }
}
