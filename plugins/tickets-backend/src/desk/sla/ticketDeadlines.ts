import { type Deadlines, noDeadlines } from '../../domain/sla/deadlines';
import { slaOutlook } from '../../domain/sla/outlook';
import { slaMeaning } from '../../domain/sla/slaEvents';
import type { NewEvent, TicketState } from '../../domain/ticketState';
import type { StoredTicket, TicketStore } from '../../store/TicketStore';
import type { DeskContext } from '../context';

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
  { config }: Pick<DeskContext, 'config'>,
  ticket: TicketState,
  events: readonly NewEvent[],
): Deadlines {
  return ticket.slaPolicy === null
    ? noDeadlines
    : slaOutlook(config.sla, ticket, events, ticket.createdAt).deadlines;
}

/**
 * The deadlines of a ticket after a change. The history is read only if the
 * ticket has a policy, or had one, and the change means something to it.
 */
export async function changedDeadlines(
  { config }: Pick<DeskContext, 'config'>,
  store: Pick<TicketStore, 'slaEvents'>,
  { before, after, events, history }: ChangedTicket,
): Promise<Deadlines> {
  const meaningful = events.filter(({ detail }) => slaMeaning(detail) !== null);
  const last = meaningful.at(-1);
  if (!last || !isComputed(before, after)) {
    return { ...before.deadlines, firstResponseAt: firstReply(before, events) };
  }
  const earlier = history ?? (await store.slaEvents(before.id));
  const { deadlines } = slaOutlook(
    config.sla,
    after,
    [...earlier, ...meaningful],
    last.at,
  );
  return before.endedAt !== null && after.endedAt !== null
    ? { ...deadlines, ...decided(before.deadlines) }
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
  const reply = events.find(({ detail }) => slaMeaning(detail) === 'reply');
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
