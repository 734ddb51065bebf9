import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { SlaRules } from '../sla/SlaRules';
import { escalates } from '../sla/escalation';
import type { NewEvent, TicketState } from '../ticketState';
import type { Occurrence } from './occasions';
import { merge, partiesOf, party } from './parties';

type SlaEvent = Extract<EventDetail, { type: 'sla-warned' | 'sla-breached' }>;

/**
 * Who is told of deadlines, which nobody's act brings about: of a warning the
 * assignee, of a breach the team, too, and those whom the policy names.
 *
 * @param ticket - as it was when the deadlines came near or passed
 */
export function deadlineOccurrences(
  sla: SlaRules,
  ticket: TicketState,
  events: readonly NewEvent[],
): Occurrence[] {
  return events
    .map(({ detail }) => detail)
    .filter(detail => isSlaEvent(detail))
    .map(detail => occurrenceOf(sla, ticket, detail))
    .filter(({ parties }) => parties.length > 0);
}

function isSlaEvent(detail: EventDetail): detail is SlaEvent {
  return (
    detail.type === 'sla-warned' ||
    (detail.type === 'sla-breached' && detail.told !== false)
  );
}

function occurrenceOf(
  sla: SlaRules,
  ticket: TicketState,
  detail: SlaEvent,
): Occurrence {
  const { type, deadline, dueAt } = detail;
  const { team, assignee } = partiesOf(ticket);
  const escalation = escalates(detail) ? sla.escalation(ticket) : undefined;
  const notified = (escalation?.notify ?? []).flatMap(ref =>
    party(ref, 'escalation'),
  );
  return {
    occasion: type === 'sla-warned' ? 'sla-warning' : 'sla-breach',
    deadline: { type: deadline, dueAt },
    inside: true,
    parties:
      type === 'sla-warned'
        ? assignee
        : merge([...team, ...assignee, ...notified]),
  };
}
