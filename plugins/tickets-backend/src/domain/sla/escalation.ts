import type { EventDetail } from '@portaldesk/plugin-tickets-common';
import type { TicketChange } from '../TicketChange';
import type { Escalation } from './policy';

/**
 * Whether the policy escalates an event: not inactivity, of which the team is
 * only reminded, and not events without notifications.
 */
export function escalates(detail: EventDetail): boolean {
  return (
    detail.type === 'sla-breached' &&
    detail.deadline !== 'inactivity' &&
    detail.notified !== false
  );
}

/**
 * Does to a ticket what its policy wants for one that is late. A priority that
 * is as urgent or more so stays. A ticket that comes to another team has no
 * assignee there.
 *
 * @param priorities - from the least to the most urgent
 */
export function escalate(
  { priority, team }: Escalation,
  priorities: readonly { readonly id: string }[],
  change: TicketChange,
): void {
  const rank = (id: string) => priorities.findIndex(own => own.id === id);
  if (priority !== undefined && rank(priority) > rank(change.state.priority)) {
    change.edit('priority', priority);
  }
  if (team !== undefined && team !== change.state.team) {
    change.moveTo(team);
    change.assignTo(null);
  }
}
