import type { SlaDeadline } from '@portaldesk/plugin-tickets-common';
import type { BusinessTime } from './businessTime';
import type { Demands } from './SlaRules';
import { type Run, isRunning } from './slaHistory';

/** What became of one deadline, and what will. */
export interface Course {
  readonly deadline: SlaDeadline;
  readonly dueAt: Date | null;
  /** Null as long as that is open. */
  readonly met: boolean | null;
  /** Whether it is still to be met, and its clock runs. */
  readonly pending: boolean;
  /** When it was or will be breached, as it looks now. */
  readonly breachAt: Date | null;
  readonly warnAt: Date | null;
}

/** How a deadline stands that is met by something that is done. */
export interface Standing {
  readonly runs: readonly Run[];
  /** That it was done; what does not meet the deadline only ends its clock. */
  readonly done: { readonly at: Date; readonly meets: boolean } | undefined;
  readonly now: Date;
}

/** The course of the response or the resolution. */
export function targetCourse(
  deadline: 'response' | 'resolution',
  demands: Demands | undefined,
  { runs, done, now }: Standing,
): Course {
  const target = demands?.[deadline];
  if (!demands || target === undefined) {
    return without(deadline);
  }
  const due = dueIn(demands.time, runs, target);
  if (done) {
    const late = due !== null && due < done.at;
    return {
      deadline,
      dueAt: late || done.meets ? due : null,
      met: late ? false : done.meets || null,
      pending: false,
      breachAt: late ? due : null,
      warnAt: null,
    };
  }
  const pending = isRunning(runs);
  const passed = due !== null && due <= now;
  const warning = warningTarget(demands, target);
  return {
    deadline,
    dueAt: pending ? due : null,
    met: passed ? false : null,
    pending,
    breachAt: pending || passed ? due : null,
    warnAt:
      pending && warning !== undefined
        ? dueIn(demands.time, runs, warning)
        : null,
  };
}

/** The course of what is to happen to the ticket, whatever it is. */
export function inactivityCourse(
  demands: Demands | undefined,
  {
    runs,
    activeAt,
  }: { readonly runs: readonly Run[]; readonly activeAt: Date },
): Course {
  const target = demands?.inactivity;
  if (!demands || target === undefined || !isRunning(runs)) {
    return without('inactivity');
  }
  const dueAt = demands.time.after(activeAt, target);
  const warning = warningTarget(demands, target);
  return {
    deadline: 'inactivity',
    dueAt,
    met: null,
    pending: true,
    breachAt: dueAt,
    warnAt:
      warning === undefined ? null : demands.time.after(activeAt, warning),
  };
}

function without(deadline: SlaDeadline): Course {
  return {
    deadline,
    dueAt: null,
    met: null,
    pending: false,
    breachAt: null,
    warnAt: null,
  };
}

/**
 * How much is used up of a target when it is warned of. Of one that is not
 * longer than the time before which is warned, there is no warning: it would
 * come with the ticket.
 */
function warningTarget(
  { warnBefore }: Demands,
  target: number,
): number | undefined {
  return warnBefore !== undefined && warnBefore < target
    ? target - warnBefore
    : undefined;
}

/**
 * When a target is used up by the business time in which a clock ran, or will
 * be if it runs on; null if it stands still before.
 */
function dueIn(
  time: BusinessTime,
  runs: readonly Run[],
  target: number,
): Date | null {
  let left = target;
  for (const { from, to } of runs) {
    if (to === undefined) {
      return time.after(from, left);
    }
    const used = time.between(from, to);
    if (used >= left) {
      return time.after(from, left);
    }
    left -= used;
  }
  return null;
}
