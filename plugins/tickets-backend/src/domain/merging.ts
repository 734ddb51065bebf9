import type {
  TicketPerson,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import type { TicketChange } from './TicketChange';
import type { Statuses } from './statuses';
import type { TicketState } from './ticketState';

/**
 * Whether the visibilities of two tickets allow a merge: it may not reveal
 * confidential or internal messages, and the requester must still see what they
 * wrote.
 */
export function canMerge(from: Visibility, into: Visibility): boolean {
  return from === into || (from === 'public' && into === 'confidential');
}

/**
 * The people who would gain access to a confidential conversation by a merge:
 * those who join a confidential ticket, and its participants who do not take
 * part in the other confidential one.
 */
export function newReaders(
  from: MergedTicket,
  into: MergedTicket,
  joining: readonly TicketPerson[],
): string[] {
  const readers = [
    ...(into.visibility === 'confidential' ? added(joining) : []),
    ...(from.visibility === 'confidential'
      ? requestersSide(into).filter(ref => !requestersSide(from).includes(ref))
      : []),
  ];
  return [...new Set(readers)];
}

type MergedTicket = Pick<TicketState, 'visibility' | 'requester' | 'people'>;

function requestersSide({ requester, people }: MergedTicket): string[] {
  return [requester, ...added(people)];
}

function added(people: readonly TicketPerson[]): string[] {
  return people.filter(({ role }) => role !== 'watcher').map(({ ref }) => ref);
}

/**
 * The people who join the target of a merge: the requester of the source as an
 * added person, and its participants. Nobody gets a lesser role than before.
 *
 * @param missing - others who have access to the source and would lose it
 */
export function joiningPeople(
  from: Pick<TicketState, 'requester' | 'people'>,
  into: Pick<TicketState, 'requester' | 'createdBy' | 'people'>,
  missing: readonly string[],
): TicketPerson[] {
  const wanted: TicketPerson[] = [
    { ref: from.requester, role: 'to' },
    ...from.people,
    ...missing.map(ref => ({ ref, role: 'cc' as const })),
  ];
  const rolesOf = (ref: string, people: readonly TicketPerson[]) =>
    people.filter(person => person.ref === ref).map(({ role }) => role);
  return wanted.filter(({ ref, role }, index) => {
    const roles = [
      ...rolesOf(ref, into.people),
      ...rolesOf(ref, wanted.slice(0, index)),
    ];
    return role === 'watcher'
      ? !roles.includes('watcher')
      : ![into.requester, into.createdBy].includes(ref) &&
          !roles.includes('to') &&
          !(role === 'cc' && roles.includes('cc'));
  });
}

/** What becomes of a ticket when work comes in by a merge. */
export interface MergeRules {
  /** When it has ended, and the other one has not. */
  readonly intoEnded: 'reopen' | 'leave' | 'refuse';
  /** When it is postponed, and the other one is not. */
  readonly intoPostponed: 'return' | 'leave' | 'refuse';
  /** Whether it becomes as urgent as the other one. */
  readonly raisePriority: boolean;
}

type WithStatus = Pick<TicketState, 'status'>;

/**
 * Why open work may not be merged into a ticket that is ended or postponed;
 * undefined if it may, or if the source is not open.
 */
export function mergeObstacle(
  rules: { readonly statuses: Statuses; readonly merging: MergeRules },
  from: WithStatus,
  into: WithStatus,
): 'ended' | 'postponed' | undefined {
  const { statuses, merging } = rules;
  if (statuses.isEnded(from.status)) {
    return undefined;
  }
  if (statuses.isEnded(into.status)) {
    return merging.intoEnded === 'refuse' ? 'ended' : undefined;
  }
  return merging.intoPostponed === 'refuse' &&
    statuses.isPostponed(into.status) &&
    !statuses.isPostponed(from.status)
    ? 'postponed'
    : undefined;
}

/**
 * Lets what comes in by a merge count in the life of the ticket that it goes
 * into: an ended one is opened again, a postponed one comes back, at the latest
 * when the other one would have, one that waits for its requester is worked on,
 * and it becomes as urgent. A ticket that had ended brings no work.
 */
export function wakeByMerge(
  rules: {
    readonly statuses: Statuses;
    readonly merging: MergeRules;
    /** From the least to the most urgent. */
    readonly priorities: readonly { readonly id: string }[];
  },
  from: TicketState,
  change: TicketChange,
): void {
  const { statuses, merging, priorities } = rules;
  const { state: into } = change;
  if (statuses.isEnded(from.status)) {
    return;
  }
  if (statuses.isEnded(into.status)) {
    if (merging.intoEnded === 'reopen') {
      change.react('reopen');
    }
  } else if (statuses.isPostponed(into.status)) {
    if (merging.intoPostponed === 'return') {
      returnNoLater(statuses, from, change);
    }
  } else if (['new', 'open'].includes(statuses.get(from.status).type)) {
    change.react('requester-reply');
  }
  const urgency = (id: string) =>
    priorities.findIndex(priority => priority.id === id);
  if (
    merging.raisePriority &&
    urgency(from.priority) > urgency(into.priority)
  ) {
    change.edit('priority', from.priority);
  }
}

function returnNoLater(
  statuses: Statuses,
  from: TicketState,
  change: TicketChange,
): void {
  const { postponedUntil } = change.state;
  if (!statuses.isPostponed(from.status)) {
    change.comeBack();
  } else if (
    from.postponedUntil !== null &&
    (postponedUntil === null || from.postponedUntil < postponedUntil)
  ) {
    change.postponeUntil(from.postponedUntil);
  }
}
