import type {
  EventDetail,
  NotificationParty,
} from '@portaldesk/plugin-tickets-common';
import type { SlaRules } from '../sla/SlaRules';
import { escalates } from '../sla/escalation';
import type { NewEvent, TicketState } from '../ticketState';
import type { Notification } from './drafts';
import { merge, partiesOf, party } from './parties';

type SlaEvent = Extract<EventDetail, { type: 'sla-warned' | 'sla-breached' }>;

/**
 * Who is notified of deadlines: of a warning the assignee, else the team; of a
 * breach both, and those whom the policy names. A breach can move the ticket to
 * another team, which is then notified as its team.
 *
 * @param ticket - as it was when the deadlines were close or passed
 */
export function deadlineNotifications(
  sla: SlaRules,
  ticket: TicketState,
  events: readonly NewEvent[],
): Notification[] {
  return events
    .map(({ detail }) => detail)
    .filter(detail => isSlaEvent(detail))
    .map(detail => notificationOf(sla, ticket, detail));
}

function isSlaEvent(detail: EventDetail): detail is SlaEvent {
  return (
    detail.type === 'sla-warned' ||
    (detail.type === 'sla-breached' && detail.notified !== false)
  );
}

function notificationOf(
  sla: SlaRules,
  ticket: TicketState,
  detail: SlaEvent,
): Notification {
  const { type, deadline, dueAt } = detail;
  const { team, assignee } = partiesOf(ticket);
  const escalation = escalates(detail) ? sla.escalation(ticket) : undefined;
  const notified = (escalation?.notify ?? []).flatMap(ref =>
    party(ref, 'escalation'),
  );
  return {
    event: type === 'sla-warned' ? 'sla-warning' : 'sla-breach',
    deadline: { type: deadline, dueAt },
    work: true,
    inside: true,
    parties:
      type === 'sla-warned'
        ? first(assignee, team)
        : merge([...team, ...assignee, ...notified]),
  };
}

function first(
  assignee: NotificationParty[],
  team: NotificationParty[],
): readonly NotificationParty[] {
  return assignee.length > 0 ? assignee : team;
}
