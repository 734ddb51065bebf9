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
  /** What is to be recorded next, also what should have been by now. */
  readonly plannedEvents: readonly PlannedSlaEvent[];
}

/**
 * Computes the deadlines of a ticket from its history.
 *
 * - The clock runs from the filing on, stands still while the ticket waits for
 *   its requester or is postponed, and stops when it is solved or closed; when
 *   it is reopened it goes on with what was used up before.
 * - A deadline is reached when the target is used up by business time in which
 *   the clock ran. A target that changes is counted from the beginning.
 * - The first reply is held against the target that it had then, and so is
 *   the end of a ticket as long as it stays ended.
 * - Inactivity begins anew with each reply or note of the team, status,
 *   assignment and team, not with what the desk does by itself; but it does when
 *   the clock goes on after a pause.
 *
 * @param ticket - as its events left it
 * @param events - those of the ticket that mean something to its deadlines,
 *   oldest first
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

/** What is still to be recorded of a deadline. */
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
