import type {
  EventDetail,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import type { Statuses } from './statuses';

/** All that events decide about a ticket. */
export interface TicketState {
  readonly subject: string;
  readonly status: string;
  readonly category: string | null;
  readonly priority: string;
  readonly visibility: Visibility;
  readonly requester: string;
  readonly createdBy: string;
  readonly organisation: string | null;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it was last solved or closed; null while it is neither. */
  readonly endedAt: Date | null;
}

/** An event that is about to be recorded. */
export interface NewEvent {
  readonly actor: string;
  readonly at: Date;
  readonly detail: EventDetail;
}

/**
 * The ticket after an event: replaying all events of a ticket gives the
 * ticket.
 *
 * @param state - undefined before the first event, which is `filed`
 */
export function applyEvent(
  statuses: Statuses,
  state: TicketState | undefined,
  event: NewEvent,
): TicketState {
  const { detail, at } = event;
  if (detail.type === 'filed') {
    return filedState(statuses, event, detail);
  }
  if (!state) {
    throw new Error(`the first event of a ticket is no ${detail.type}`);
  }
  switch (detail.type) {
    case 'routed':
      return { ...state, team: detail.team };
    case 'noted':
      return state;
    case 'replied':
    case 'portal-status-changed':
      return { ...state, updatedAt: at };
    case 'assigned':
      return { ...state, assignee: detail.to, updatedAt: at };
    case 'moved':
      return { ...state, team: detail.to, updatedAt: at };
    case 'status-changed': {
      const endedAt = statuses.isEnded(detail.to)
        ? (state.endedAt ?? at)
        : null;
      return { ...state, status: detail.to, endedAt, updatedAt: at };
    }
    case 'edited':
      return { ...state, [detail.field]: detail.to, updatedAt: at };
    default:
      return detail satisfies never;
  }
}

function filedState(
  statuses: Statuses,
  { actor, at }: NewEvent,
  detail: Extract<EventDetail, { type: 'filed' }>,
): TicketState {
  const { subject, category, priority, visibility, requester } = detail;
  const status = detail.status ?? '';
  return {
    subject,
    status,
    category,
    priority,
    visibility,
    requester,
    createdBy: actor,
    organisation: detail.organisation,
    team: null,
    assignee: null,
    createdAt: at,
    updatedAt: at,
    endedAt: statuses.isEnded(status) ? at : null,
  };
}
