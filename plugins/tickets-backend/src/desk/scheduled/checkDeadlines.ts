import { DESK_ACTOR } from '@portaldesk/plugin-tickets-common';
import { TicketChange } from '../../domain/TicketChange';
import { escalate, escalates } from '../../domain/sla/escalation';
import { evaluateSla } from '../../domain/sla/evaluateSla';
import type { PlannedSlaEvent } from '../../domain/sla/PlannedSlaEvent';
import type { DueTicket } from '../../store/due/DueStore';
import type { OutdatedTicket } from '../../store/deadlines/DeadlineStore';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import { saveChange } from '../changeTicket';
import type { DeskContext } from '../context';
import { deskActor } from './deskActor';
import { type ScheduledWorkOptions, forEachDue } from './forEachDue';

/**
 * Records warnings of close deadlines and breaches of missed ones, each once,
 * however often and by however many replicas it is checked.
 */
export async function checkDeadlines(
  context: DeskContext,
  options?: ScheduledWorkOptions,
): Promise<void> {
  const { store, clock } = context;
  const now = clock();
  await forEachDue<DueTicket>(context, options, {
    phrase: 'checked for SLA deadlines',
    find: page => store.due.deadlines(now, page),
    process: id =>
      checkIfDue(
        context,
        id,
        ({ deadlines: { checkAt } }, at) => checkAt !== null && checkAt <= at,
      ),
  });
}

/**
 * Recomputes the deadlines of open tickets whose policies, calendars or
 * statuses have changed.
 */
export async function recomputeDeadlines(
  context: DeskContext,
  options?: ScheduledWorkOptions,
): Promise<void> {
  const { config, store } = context;
  const { fingerprint } = config.sla;
  for (const side of ['<', '>'] as const) {
    await forEachDue<OutdatedTicket>(context, options, {
      phrase: 'updated with new deadlines',
      find: page => store.deadlines.outdated(side, fingerprint, page),
      process: id =>
        checkIfDue(
          context,
          id,
          ({ slaPolicy, endedAt, deadlines }) =>
            slaPolicy !== null &&
            endedAt === null &&
            deadlines.rules !== fingerprint,
        ),
    });
  }
}

async function checkIfDue(
  context: DeskContext,
  id: string,
  isDue: (ticket: StoredTicket, now: Date) => boolean,
): Promise<void> {
  const { config, clock } = context;
  await context.store.transaction(async store => {
    const ticket = await store.tickets.lock(id);
    const now = clock();
    // the id of a ticket that was merged since leads to another one
    if (ticket?.id !== id || !isDue(ticket, now)) {
      return;
    }
    const history = await store.deadlines.events(id);
    const change = new TicketChange(config, DESK_ACTOR, now, ticket);
    const evaluate = () =>
      evaluateSla(
        config.sla,
        change.state,
        [...history, ...change.events],
        now,
      );
    const nextEvent = () =>
      evaluate().plannedEvents.find(({ at }) => at <= now);
    // one after the other: an escalation can move the deadlines after it
    for (let planned = nextEvent(); planned; planned = nextEvent()) {
      record(context, ticket, change, planned);
    }
    if (change.events.length > 0) {
      await saveChange(context, store, {
        before: ticket,
        change,
        history,
        ...deskActor,
      });
    } else {
      await store.deadlines.update(id, evaluate().deadlines);
    }
  });
}

function record(
  { config }: DeskContext,
  ticket: StoredTicket,
  change: TicketChange,
  planned: PlannedSlaEvent,
): void {
  const { type, deadline } = planned;
  const dueAt = planned.dueAt.toISOString();
  if (type === 'sla-warned') {
    change.record({ type, deadline, dueAt });
    return;
  }
  const notified =
    planned.pending && !isBroughtByRules(config.sla, ticket, planned);
  const breach = {
    type,
    deadline,
    dueAt,
    ...(!notified && { notified }),
  };
  change.record(breach);
  const escalation = config.sla.escalation(ticket);
  if (escalation && escalates(breach)) {
    escalate(escalation, config.priorities, change);
  }
}

/**
 * Whether a deadline passed before the rules were changed or the ticket was
 * imported. Nobody is notified of those, which can be many.
 */
function isBroughtByRules(
  { fingerprint }: DeskContext['config']['sla'],
  { deadlines }: StoredTicket,
  { deadline, dueAt }: PlannedSlaEvent,
): boolean {
  const before = {
    response: deadlines.responseDueAt,
    resolution: deadlines.resolutionDueAt,
    inactivity: deadlines.inactivityDueAt,
  }[deadline];
  return (
    deadlines.rules === '' ||
    (deadlines.rules !== fingerprint && before?.getTime() !== dueAt.getTime())
  );
}
