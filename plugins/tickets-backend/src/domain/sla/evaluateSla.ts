import type { SlaDeadline } from '@portaldesk/plugin-tickets-common';
import type { NewEvent, TicketState } from '../ticketState';
import type { SlaRules } from './SlaRules';
import type { PlannedSlaEvent } from './PlannedSlaEvent';
import { type SlaMetric, inactivityMetric, targetMetric } from './slaMetrics';
import type { Deadlines } from './deadlines';
import {
  type SlaSnapshot,
  type SlaHistory,
  readSlaHistory,
  stopped,
} from './slaHistory';

/** What follows for a ticket from its SLA policy. */
export interface SlaEvaluation {
  readonly deadlines: Deadlines;
  /** The SLA events to record next, also overdue ones. */
  readonly plannedEvents: readonly PlannedSlaEvent[];
}

/**
 * Computes the deadlines of a ticket from its history.
 *
 * - The clock runs from the filing, pauses while the ticket waits for its
 *   requester or is postponed, and stops when it is solved or closed; when it
 *   is reopened, it continues with the time used before.
 * - A deadline is reached when the business time in which the clock ran uses up
 *   the target. A changed target is counted from the filing.
 * - The first reply is compared with the target at its time, and so is the end
 *   of a ticket as long as it stays ended.
 * - Inactivity starts again with each reply or note of the team and each change
 *   of status, assignee or team, but not with changes by the desk itself,
 *   except when the clock continues after a pause.
 *
 * @param ticket - after its events
 * @param events - those of the ticket that affect its deadlines, oldest first
 */
export function evaluateSla(
  rules: SlaRules,
  ticket: Pick<TicketState, 'endedAt' | 'archivedAt' | 'mergedInto'>,
  events: readonly NewEvent[],
  now: Date,
): SlaEvaluation {
  const history = unlessOver(ticket, readSlaHistory(rules.statuses, events));
  const metrics = metricsOf(rules, history, now);
  const plannedEvents =
    ticket.mergedInto === null
      ? Object.values(metrics).flatMap(metric =>
          plannedEventsOf(history, metric, now),
        )
      : [];
  const { response, resolution, inactivity } = metrics;
  const open = Object.values(metrics).filter(({ pending }) => pending);
  return {
    deadlines: {
      firstResponseAt: history.reply?.at ?? null,
      responseDueAt: response.dueAt,
      resolutionDueAt: resolution.dueAt,
      inactivityDueAt: inactivity.dueAt,
      nextDueAt: earliest(open.map(({ dueAt }) => dueAt)),
      responseMet: response.met,
      resolutionMet: resolution.met,
      checkAt: earliest(plannedEvents.map(({ at }) => at)),
      rules: rules.fingerprint,
    },
    plannedEvents,
  };
}

/**
 * The clock of a ticket that is over stands still, even where its status was
 * taken out of the configuration, and would count as open.
 */
function unlessOver(
  { endedAt, archivedAt, mergedInto }: Parameters<typeof evaluateSla>[1],
  history: SlaHistory,
): SlaHistory {
  const over = endedAt ?? archivedAt;
  return over === null && mergedInto === null
    ? history
    : {
        ...history,
        intervals: stopped(history.intervals, over ?? history.activeAt),
      };
}

function metricsOf(
  rules: SlaRules,
  history: SlaHistory,
  now: Date,
): Record<SlaDeadline, SlaMetric> {
  const { selection, intervals, reply, end, activeAt } = history;
  const present = rules.resolveTargets(selection);
  const metric = (
    deadline: 'response' | 'resolution',
    snapshot: SlaSnapshot | undefined,
    meets: boolean,
  ): SlaMetric => {
    const targets = snapshot
      ? rules.resolveTargets(snapshot.selection)
      : present;
    return targetMetric(deadline, targets, {
      intervals: snapshot?.intervals ?? intervals,
      done: snapshot && { at: snapshot.at, meets },
      now,
    });
  };
  return {
    response: metric('response', reply ?? end, reply !== undefined),
    resolution: metric('resolution', end, !end?.merged),
    inactivity: inactivityMetric(present, { intervals, activeAt }),
  };
}

/** The SLA events of a deadline that are not recorded yet. */
function plannedEventsOf(
  { recorded }: SlaHistory,
  { deadline, breachAt, warnAt, pending }: SlaMetric,
  now: Date,
): PlannedSlaEvent[] {
  if (breachAt === null) {
    return [];
  }
  const own = recorded.filter(entry => entry.deadline === deadline);
  // what was said when it had passed is not said again
  if (own.some(({ type, at }) => type === 'sla-breached' && at >= breachAt)) {
    return [];
  }
  const planned = { deadline, dueAt: breachAt, pending };
  const breach: PlannedSlaEvent = {
    ...planned,
    type: 'sla-breached',
    at: breachAt,
  };
  const warned = own.some(
    ({ type, dueAt }) =>
      type === 'sla-warned' && dueAt.getTime() === breachAt.getTime(),
  );
  return warnAt === null || warned || breachAt <= now
    ? [breach]
    : [{ ...planned, type: 'sla-warned', at: warnAt }, breach];
}

function earliest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce(
    (first, instant) =>
      first === null || (instant !== null && instant < first) ? instant : first,
    null,
  );
}
