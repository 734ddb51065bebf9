import type { SlaDeadline } from '@portaldesk/plugin-tickets-common';
import type { BusinessTime } from './businessTime';
import type { ResolvedTargets } from './SlaRules';
import { type ClockInterval, isRunning } from './slaHistory';

/** What became of one deadline, and what will. */
export interface SlaMetric {
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
export interface ClockState {
  readonly intervals: readonly ClockInterval[];
  /** That it was done; what does not meet the deadline only ends its clock. */
  readonly done: { readonly at: Date; readonly meets: boolean } | undefined;
  readonly now: Date;
}

/** The metric of the response or the resolution. */
export function targetMetric(
  deadline: 'response' | 'resolution',
  targets: ResolvedTargets | undefined,
  { intervals, done, now }: ClockState,
): SlaMetric {
  const target = targets?.[deadline];
  if (!targets || target === undefined) {
    return metricWithoutTarget(deadline);
  }
  const due = dueIn(targets.time, intervals, target);
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
  const pending = isRunning(intervals);
  const passed = due !== null && due <= now;
  const warning = warningTarget(targets, target);
  return {
    deadline,
    dueAt: pending ? due : null,
    met: passed ? false : null,
    pending,
    breachAt: pending || passed ? due : null,
    warnAt:
      pending && warning !== undefined
        ? dueIn(targets.time, intervals, warning)
        : null,
  };
}

/** The metric of inactivity: until when something has to happen to the ticket. */
export function inactivityMetric(
  targets: ResolvedTargets | undefined,
  {
    intervals,
    activeAt,
  }: { readonly intervals: readonly ClockInterval[]; readonly activeAt: Date },
): SlaMetric {
  const target = targets?.inactivity;
  if (!targets || target === undefined || !isRunning(intervals)) {
    return metricWithoutTarget('inactivity');
  }
  const dueAt = targets.time.after(activeAt, target);
  const warning = warningTarget(targets, target);
  return {
    deadline: 'inactivity',
    dueAt,
    met: null,
    pending: true,
    breachAt: dueAt,
    warnAt:
      warning === undefined ? null : targets.time.after(activeAt, warning),
  };
}

function metricWithoutTarget(deadline: SlaDeadline): SlaMetric {
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
 * How much of a target is used up when its warning is due. A target that is not
 * longer than the warning time has no warning, because it would come with the
 * ticket.
 */
function warningTarget(
  { warnBefore }: ResolvedTargets,
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
  intervals: readonly ClockInterval[],
  target: number,
): Date | null {
  let left = target;
  for (const { from, to } of intervals) {
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
