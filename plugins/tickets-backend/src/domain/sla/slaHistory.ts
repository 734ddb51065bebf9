import {
  DESK_ACTOR,
  type SlaDeadline,
  type StatusType,
  isEnded,
} from '@portaldesk/plugin-tickets-common';
import type { Statuses } from '../statuses';
import type { NewEvent } from '../ticketState';
import type { SlaSelection } from './SlaRules';

/** A time in which the clock of a ticket ran. */
export interface ClockInterval {
  readonly from: Date;
  /** Undefined: it runs. */
  readonly to?: Date;
}

/** How it stood when something was done about a deadline. */
export interface SlaSnapshot {
  readonly at: Date;
  readonly selection: SlaSelection;
  /** As it ran until then; the last run has no end if it ran at that moment. */
  readonly intervals: readonly ClockInterval[];
}

/** A warning or a breach that is on record. */
export interface RecordedSlaEvent {
  readonly type: 'sla-warned' | 'sla-breached';
  readonly deadline: SlaDeadline;
  readonly at: Date;
  readonly dueAt: Date;
}

/** What of a ticket's events decides about its deadlines. */
export interface SlaHistory {
  readonly selection: SlaSelection;
  readonly intervals: readonly ClockInterval[];
  /** The team's first reply. */
  readonly reply?: SlaSnapshot;
  /** Since when it is solved or closed; one that was merged was not solved. */
  readonly end?: SlaSnapshot & { readonly merged: boolean };
  /**
   * When inactivity last ended. A change by the desk itself ends it only if it
   * starts the clock.
   */
  readonly activeAt: Date;
  readonly recorded: readonly RecordedSlaEvent[];
}

/** @param events - of one ticket, oldest first; the first is `filed` */
export function readSlaHistory(
  statuses: Statuses,
  events: readonly NewEvent[],
): SlaHistory {
  const [first] = events;
  if (first?.detail.type !== 'filed') {
    throw new Error('the first event of a ticket is its filing');
  }
  const { slaPolicy = null, priority, status = '' } = first.detail;
  const begun: SlaHistory = {
    selection: { slaPolicy, priority },
    intervals: [],
    activeAt: first.at,
    recorded: [],
  };
  const type = statuses.get(status).type;
  return events.reduce(
    (history, event) => follow(statuses, history, event),
    inStatus(begun, { type, at: first.at, merged: false }),
  );
}

function follow(
  statuses: Statuses,
  history: SlaHistory,
  { actor, at, detail }: NewEvent,
): SlaHistory {
  const byDesk = actor === DESK_ACTOR;
  switch (detail.type) {
    case 'status-changed': {
      const type = statuses.get(detail.to).type;
      const merged = detail.cause === 'merge';
      const after = inStatus(history, { type, at, merged });
      return byDesk && !beginsToRun(history, after)
        ? after
        : { ...after, activeAt: at };
    }
    case 'edited':
      return detail.field === 'priority' || detail.field === 'slaPolicy'
        ? {
            ...history,
            selection: { ...history.selection, [detail.field]: detail.to },
          }
        : history;
    case 'replied':
      return detail.side === 'team'
        ? {
            ...history,
            reply: history.reply ?? snapshotOf(history, at),
            activeAt: at,
          }
        : history;
    case 'noted':
    case 'assigned':
    case 'moved':
      return byDesk ? history : { ...history, activeAt: at };
    case 'sla-warned':
    case 'sla-breached': {
      const { type, deadline } = detail;
      const dueAt = new Date(detail.dueAt);
      const entry = { type, deadline, at, dueAt };
      return { ...history, recorded: [...history.recorded, entry] };
    }
    default:
      return history;
  }
}

function inStatus(
  history: SlaHistory,
  {
    type,
    at,
    merged,
  }: { readonly type: StatusType; readonly at: Date; readonly merged: boolean },
): SlaHistory {
  const ended = isEnded(type);
  return {
    ...history,
    intervals: intervalsAfter(history.intervals, at, clockRunsIn(type)),
    end: ended
      ? (history.end ?? { ...snapshotOf(history, at), merged })
      : undefined,
  };
}

/** Whether a ticket is work again after a pause or its end. */
function beginsToRun(before: SlaHistory, after: SlaHistory): boolean {
  return !isRunning(before.intervals) && isRunning(after.intervals);
}

function intervalsAfter(
  before: readonly ClockInterval[],
  at: Date,
  running: boolean,
): readonly ClockInterval[] {
  if (isRunning(before) === running) {
    return before;
  }
  return running ? [...before, { from: at }] : stopped(before, at);
}

/** The runs of a clock that stops, if it runs. */
export function stopped(
  intervals: readonly ClockInterval[],
  at: Date,
): readonly ClockInterval[] {
  return intervals.map(run => (run.to ? run : { from: run.from, to: at }));
}

export function isRunning(intervals: readonly ClockInterval[]): boolean {
  const last = intervals.at(-1);
  return last !== undefined && last.to === undefined;
}

/** Whether the clock runs in a status of this type. */
function clockRunsIn(type: StatusType): boolean {
  return type === 'new' || type === 'open' || type === 'waiting-internal';
}

function snapshotOf(
  { selection, intervals }: SlaHistory,
  at: Date,
): SlaSnapshot {
  return { at, selection, intervals };
}
