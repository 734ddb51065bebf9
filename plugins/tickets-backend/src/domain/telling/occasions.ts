import {
  type NoticeOccasion,
  type NoticeParty,
  type Side,
  type SlaDeadline,
  isEnded,
} from '@portaldesk/plugin-tickets-common';
import type { Person } from '../access/access';
import type { Statuses } from '../statuses';
import type { NewEvent, TicketState } from '../ticketState';

/** One change of a ticket, with who made it. */
export interface Happening {
  /** Undefined when the ticket was filed. */
  readonly before: TicketState | undefined;
  readonly after: TicketState;
  /** The groups and users that own the ticket's assets. */
  readonly assetOwners: readonly string[];
  readonly events: readonly NewEvent[];
  readonly actor: Pick<Person, 'ref' | 'belongsTo'>;
  /** The side on which the actor stands. */
  readonly side: Side;
}

/** Something that is to be told, and who is to be told of it. */
export interface Occurrence {
  readonly occasion: NoticeOccasion;
  readonly messageId?: string;
  /** Which deadline comes near, or has passed. */
  readonly deadline?: { readonly type: SlaDeadline; readonly dueAt: string };
  /** Whether nobody may notice it who does not see the ticket from inside. */
  readonly inside: boolean;
  /** Id of another ticket: nobody may notice it who may not read that one. */
  readonly otherTicket?: string;
  /** Nobody twice; never empty. */
  readonly parties: readonly NoticeParty[];
}

/** An occasion of a change, before it is known who is told of it. */
export interface TicketOccasion {
  readonly occasion: NoticeOccasion;
  readonly messageId?: string;
  /** Whom a private message is for. */
  readonly recipients?: readonly string[];
  /** False when the actor chose to tell nobody of it. */
  readonly told?: boolean;
}

/** What happened in a change that people may want to be told of. */
export function occasionsOf(
  statuses: Statuses,
  { before, after, events, actor }: Happening,
): TicketOccasion[] {
  if (!before) {
    const forItself = after.requester === actor.ref;
    return [{ occasion: forItself ? 'filed' : 'filed-on-behalf' }];
  }
  const occasions = events.flatMap(occasionOfEvent);
  if (before.assignee !== after.assignee) {
    occasions.push({ occasion: 'unassigned' }, { occasion: 'assigned' });
  }
  if (before.team !== after.team) {
    occasions.push({ occasion: 'moved' });
  } else if (after.assignee === null && events.some(isRelease)) {
    occasions.push({ occasion: 'returned' });
  }
  return [...occasions, ...turnOf(statuses, before, after, events)];
}

function occasionOfEvent({ detail }: NewEvent): TicketOccasion[] {
  switch (detail.type) {
    case 'replied':
    case 'noted':
      return [{ occasion: detail.type, messageId: detail.messageId }];
    case 'messaged-privately': {
      const { type: occasion, messageId, recipients } = detail;
      return [{ occasion, messageId, recipients }];
    }
    case 'rated':
      return [{ occasion: 'rated' }];
    default:
      return [];
  }
}

/** What counts is where the change led to, not the steps on the way. */
function turnOf(
  statuses: Statuses,
  before: TicketState,
  after: TicketState,
  events: readonly NewEvent[],
): TicketOccasion[] {
  const from = statuses.get(before.status).type;
  const to = statuses.get(after.status).type;
  const told = events
    .map(({ detail }) => detail)
    .findLast(detail => detail.type === 'status-changed')?.told;
  if ((to === 'solved' || to === 'closed') && to !== from) {
    return [{ occasion: to, told }];
  }
  if (isEnded(to)) {
    return [];
  }
  if (events.some(isReturn)) {
    return [{ occasion: 'returned' }];
  }
  return isEnded(from) ? [{ occasion: 'reopened', told }] : [];
}

/** Whether the ticket was taken from an assignee who is gone. */
function isRelease({ detail }: NewEvent): boolean {
  return detail.type === 'assigned' && detail.reason !== undefined;
}

/** Whether a postponed ticket came back by itself. */
function isReturn({ detail }: NewEvent): boolean {
  return detail.type === 'status-changed'
    ? detail.cause === 'return'
    : detail.type === 'postponed' && detail.until === null;
}
