import type {
  EventDetail,
  NoticeParty,
} from '@portaldesk/plugin-tickets-common';
import type { SlaRules } from '../sla/SlaRules';
import { escalates } from '../sla/escalation';
import type { NewEvent, TicketState } from '../ticketState';
import type { Occurrence } from './occasions';
import { merge, partiesOf, party } from './parties';

type SlaEvent = Extract<EventDetail, { type: 'sla-warned' | 'sla-breached' }>;

/**
 * Who is told of deadlines, which nobody's act brings about: of a warning the
 * assignee, else the team, of a breach both, and those whom the policy names. A
 * breach can bring the ticket to another team, which is told as the one that
 * has it then.
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
    .map(detail => occurrenceOf(sla, ticket, detail));
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
    work: true,
    inside: true,
    parties:
      type === 'sla-warned'
        ? first(assignee, team)
        : merge([...team, ...assignee, ...notified]),
  };
}

function first(
  assignee: NoticeParty[],
  team: NoticeParty[],
): readonly NoticeParty[] {
  return assignee.length > 0 ? assignee : team;
}
