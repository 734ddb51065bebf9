import type {
  DeskDescription,
  StatusSummary,
  Ticket,
} from '@portaldesk/plugin-tickets-common';

/**
 * The statuses that a ticket may go to. From a status that is no longer
 * configured it may go anywhere, so that it is never stranded.
 */
export function nextStatuses(
  ticket: Ticket,
  desk: DeskDescription | undefined,
): StatusSummary[] {
  if (!ticket.allowedActions.includes('change-status')) {
    return [];
  }
  const statuses = desk?.statuses ?? [];
  const current = statuses.find(({ id }) => id === ticket.status);
  return current
    ? statuses.filter(
        ({ id }) => id !== current.id && current.next.includes(id),
      )
    : statuses;
}
