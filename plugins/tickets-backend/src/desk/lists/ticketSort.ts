import type { TicketSort } from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../../config/DeskConfig';
import type { ListedTicket } from '../../store/lists/listTickets';
import type { SortKey } from '../../store/lists/sorting';

/** What a list is sorted by at this desk. */
export function sortKeyOf(config: DeskConfig, by: TicketSort): SortKey {
  switch (by) {
    case 'priority':
      return { by, ranked: config.priorities.map(({ id }) => id) };
    case 'light':
      return { by, statuses: config.statuses };
    default:
      return { by };
  }
}

/** What a ticket is sorted by, as text; null when it does not have it. */
export function sortValueOf(
  config: DeskConfig,
  by: TicketSort,
  ticket: ListedTicket,
): string | null {
  switch (by) {
    case 'createdAt':
    case 'updatedAt':
      return ticket[by].toISOString();
    case 'dueAt':
      return ticket.deadlines.nextDueAt?.toISOString() ?? null;
    case 'number':
    case 'subject':
      return ticket.sortKeys[by];
    case 'light':
      return config.statuses.lightOf(ticket.status);
    default:
      return ticket[by];
  }
}
