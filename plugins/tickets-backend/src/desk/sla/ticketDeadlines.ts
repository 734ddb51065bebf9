import { type Deadlines, noDeadlines } from '../../domain/sla/deadlines';
import { evaluateSla } from '../../domain/sla/evaluateSla';
import { slaEffectOf } from '../../domain/sla/slaEffect';
import type { NewEvent, TicketState } from '../../domain/ticketState';
import type { StoredTicket } from '../../store/tickets/StoredTicket';
import type { DeskStore } from '../../store/DeskStore';
import type { DeskContext } from '../context';

type SlaContext = Pick<DeskContext, 'config' | 'importing'>;

/** What a change made of a ticket. */
export interface ChangedTicket {
  readonly before: StoredTicket;
  readonly after: TicketState;
  /** Those of the change; all at the same time. */
  readonly events: readonly NewEvent[];
  /**
   * The earlier events that decide about the deadlines, where they were read
   * already.
   */
  readonly history?: readonly NewEvent[];
}

/** The deadlines of a ticket that was just filed, for which nothing is read. */
export function filedDeadlines(
  context: SlaContext,
  ticket: TicketState,
  events: readonly NewEvent[],
): Deadlines {
  if (ticket.slaPolicy === null) {
    return noDeadlines;
  }
  const { sla } = context.config;
  const { deadlines } = evaluateSla(sla, ticket, events, ticket.createdAt);
  return asImported(context, ticket, deadlines);
}

/**
 * The deadlines of a ticket after a change. The history is read only if the
 * ticket has a policy, or had one, and the change means something to it.
 */
export async function changedDeadlines(
  context: SlaContext,
  store: Pick<DeskStore, 'deadlines'>,
  { before, after, events, history }: ChangedTicket,
): Promise<Deadlines> {
  const meaningful = events.filter(event => slaEffectOf(event) !== null);
  const last = meaningful.at(-1);
  if (!last || !isComputed(before, after)) {
    return { ...before.deadlines, firstResponseAt: firstReply(before, events) };
  }
  const earlier = history ?? (await store.deadlines.events(before.id));
  const { deadlines } = evaluateSla(
    context.config.sla,
    after,
    [...earlier, ...meaningful],
    last.at,
  );
  return before.endedAt !== null && after.endedAt !== null
    ? { ...deadlines, ...decided(before.deadlines) }
    : asImported(context, after, deadlines);
}

/**
 * An open imported ticket is recomputed later, as after a change of the rules,
 * so that deadlines that passed before the import notify nobody.
 */
function asImported(
  { importing }: SlaContext,
  { slaPolicy, endedAt }: TicketState,
  deadlines: Deadlines,
): Deadlines {
  return importing && slaPolicy !== null && endedAt === null
    ? { ...deadlines, rules: '' }
    : deadlines;
}

/**
 * Whether the deadlines of a ticket are computed: not without a policy, and not
 * of one that ended before there were deadlines and stays ended.
 */
function isComputed(before: StoredTicket, after: TicketState): boolean {
  const never = before.deadlines.rules === '';
  return before.slaPolicy === null
    ? after.slaPolicy !== null || !never
    : !never || before.endedAt === null || after.endedAt === null;
}

function firstReply(
  { deadlines }: StoredTicket,
  events: readonly NewEvent[],
): Date | null {
  const reply = events.find(event => slaEffectOf(event) === 'reply');
  return deadlines.firstResponseAt ?? reply?.at ?? null;
}

/** What of an ended ticket stays as it is when policies or calendars change. */
function decided(deadlines: Deadlines): Partial<Deadlines> {
  const { responseDueAt, responseMet, resolutionDueAt, resolutionMet } =
    deadlines;
  return {
    resolutionDueAt,
    resolutionMet,
    ...(deadlines.firstResponseAt !== null && { responseDueAt, responseMet }),
  };
}
