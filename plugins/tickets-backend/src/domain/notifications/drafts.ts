import {
  type NotificationEvent,
  type NotificationParty,
  type Side,
  type SlaDeadline,
  type StatusType,
  isEnded,
} from '@portaldesk/plugin-tickets-common';
import type { Person } from '../access/access';
import type { TicketFacts } from '../access/ticketFacts';
import { party } from './parties';
import type { PersonalNotificationEvent } from './rows';
import type { Statuses } from '../statuses';
import type { NewEvent, TicketState } from '../ticketState';

/** One change of a ticket, with who made it. */
export interface CompletedChange {
  /** Undefined when the ticket was filed. */
  readonly before: TicketState | undefined;
  readonly after: TicketState;
  /** The groups and users that own the ticket's assets. */
  readonly assetOwners: readonly string[];
  /** The same before the change. Default: as after it */
  readonly formerAssetOwners?: readonly string[];
  /** The other of two tickets that are changed together. */
  readonly other?: Pick<TicketState, 'assignee'>;
  readonly events: readonly NewEvent[];
  readonly actor: Pick<Person, 'ref' | 'belongsTo'>;
  /** The side on which the actor stands. */
  readonly side: Side;
}

/** A notification with its parties. */
export interface Notification {
  readonly event: NotificationEvent;
  readonly messageId?: string;
  /** Which deadline comes near, or has passed. */
  readonly deadline?: { readonly type: SlaDeadline; readonly dueAt: string };
  /** The other of two tickets that were merged. */
  readonly other?: { readonly id: string; readonly number: string };
  /**
   * Whether it means work, of which someone who is available has to be
   * notified.
   */
  readonly work?: boolean;
  /** Of `access-lost`: what decided who may read the ticket. */
  readonly access?: {
    readonly before: TicketFacts;
    /** Null where the ticket went into another one, or was deleted. */
    readonly after: TicketFacts | null;
    /**
     * Whether the requester's side was notified of the ticket before; absent
     * where an earlier version wrote it, which notified them.
     */
    readonly notifyRequester?: boolean;
  };
  /** Whether it is only for people who see the ticket internally. */
  readonly inside: boolean;
  /** Id of another ticket, which recipients have to be able to read too. */
  readonly otherTicket?: string;
  /** Each party once; empty only if there is work. */
  readonly parties: readonly NotificationParty[];
}

/** A notification of a change before its parties are known. */
export interface NotificationDraft {
  readonly event: PersonalNotificationEvent;
  readonly messageId?: string;
  /** The people of the event, such as the new assignee. */
  readonly named?: readonly NotificationParty[];
  readonly other?: { readonly id: string; readonly number: string };
  /** False when the actor chose to notify nobody. */
  readonly notified?: boolean;
}

/** The notifications that follow from a change. */
export function draftsOf(
  statuses: Statuses,
  change: CompletedChange,
): NotificationDraft[] {
  const { before, after, events, actor } = change;
  if (!before) {
    const forItself = after.requester === actor.ref;
    return [{ event: forItself ? 'filed' : 'filed-on-behalf' }];
  }
  return [
    ...events.flatMap(draftsOfEvent),
    ...additions(before, events),
    ...sharingOf(before, after, events),
    ...urgencyOf(before, after, events),
    ...turnOf(statuses, before, after, events),
  ];
}

function draftsOfEvent({ detail }: NewEvent): NotificationDraft[] {
  switch (detail.type) {
    case 'replied':
    case 'noted':
      return [{ event: detail.type, messageId: detail.messageId }];
    case 'private-message-added': {
      const { type: event, messageId, recipients } = detail;
      const named = recipients.flatMap(ref => party(ref, 'recipient'));
      return [{ event, messageId, named }];
    }
    case 'merged-into':
    case 'merged-from': {
      const { type, ticket: id, number } = detail;
      const event = type === 'merged-into' ? 'merged' : 'joined';
      return [{ event, other: { id, number } }];
    }
    case 'rated':
      return [{ event: 'rated' }];
    default:
      return [];
  }
}

/**
 * The people who were added, unless they had another role before. People who
 * joined by a merge or a reply are notified of that instead.
 */
function additions(
  before: TicketState,
  events: readonly NewEvent[],
): NotificationDraft[] {
  const details = events.map(({ detail }) => detail);
  if (
    details.some(({ type }) => type === 'merged-from' || type === 'replied')
  ) {
    return [];
  }
  const known = new Set(before.people.map(({ ref }) => ref));
  const named = details.flatMap(detail =>
    detail.type === 'person-added' && !known.has(detail.ref)
      ? party(detail.ref, detail.role === 'watcher' ? 'watcher' : 'added')
      : [],
  );
  return named.length > 0 ? [{ event: 'added', named }] : [];
}

/** Who has the ticket: what counts is where the change led to. */
function sharingOf(
  before: TicketState,
  after: TicketState,
  events: readonly NewEvent[],
): NotificationDraft[] {
  const drafts: NotificationDraft[] = [];
  if (before.assignee !== after.assignee) {
    const named = party(before.assignee, 'former-assignee');
    drafts.push({ event: 'unassigned', named });
    if (after.assignee !== null) {
      drafts.push({ event: 'assigned' });
    } else if (before.team === after.team && after.mergedInto === null) {
      const released = events.some(isRelease);
      drafts.push({ event: released ? 'returned' : 'queued' });
    }
  }
  if (before.team !== after.team) {
    drafts.push({ event: 'moved' });
  }
  return drafts;
}

/** A deadline that passed says itself that the ticket is urgent. */
function urgencyOf(
  before: TicketState,
  after: TicketState,
  events: readonly NewEvent[],
): NotificationDraft[] {
  return before.priority !== after.priority &&
    before.assignee === after.assignee &&
    events.every(({ detail }) => detail.type !== 'sla-breached')
    ? [{ event: 'priority-changed' }]
    : [];
}

/** What counts is where the change led to, not the steps on the way. */
function turnOf(
  statuses: Statuses,
  before: TicketState,
  after: TicketState,
  events: readonly NewEvent[],
): NotificationDraft[] {
  const from = statuses.get(before.status).type;
  const to = statuses.get(after.status).type;
  const change = events
    .map(({ detail }) => detail)
    .findLast(detail => detail.type === 'status-changed');
  const notified = change?.notified;
  if ((to === 'solved' || to === 'closed') && to !== from) {
    return after.mergedInto === null ? [{ event: to, notified }] : [];
  }
  if (isEnded(to)) {
    return [];
  }
  if (events.some(isReturn)) {
    return [{ event: 'returned' }];
  }
  if (isEnded(from)) {
    return [{ event: 'reopened', notified }];
  }
  return change?.cause === 'person' || change?.cause === 'postpone'
    ? turnByHand(from, to, events, notified)
    : [];
}

/** A person set a status in which the work waits or continues. */
function turnByHand(
  from: StatusType,
  to: StatusType,
  events: readonly NewEvent[],
  notified: boolean | undefined,
): NotificationDraft[] {
  if (to === from) {
    return [];
  }
  if (to === 'postponed') {
    return [{ event: 'postponed' }];
  }
  if (to === 'waiting-requester') {
    // a reply that asks something is notified as a reply
    return events.some(({ detail }) => detail.type === 'replied')
      ? []
      : [{ event: 'answer-expected', notified }];
  }
  return from === 'postponed' ? [{ event: 'returned' }] : [];
}

/** Whether an assignee who is gone was unassigned. */
function isRelease({ detail }: NewEvent): boolean {
  return detail.type === 'assigned' && detail.reason !== undefined;
}

/** Whether a postponed ticket returned at its time. */
function isReturn({ detail }: NewEvent): boolean {
  return detail.type === 'status-changed'
    ? detail.cause === 'return'
    : detail.type === 'postponed' && detail.until === null;
}
