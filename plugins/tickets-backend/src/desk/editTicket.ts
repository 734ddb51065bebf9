import type {
  EditTicketRequest,
  Ticket,
  TicketAction,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from './Caller';
import type { TicketTarget } from './Desk';
import { changeTicket } from './changeTicket';
import type { DeskContext } from './context';
import { requireCategory, requirePriority } from './requireConfigured';

/** Changes the subject, the category and the priority; what is absent stays. */
export async function editTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: EditTicketRequest,
): Promise<Ticket> {
  const { subject, category, priority } = request;
  const actions: TicketAction[] = [];
  if (subject !== undefined) {
    actions.push('edit');
  }
  if (category !== undefined || priority !== undefined) {
    actions.push('classify');
  }
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    actions,
    ({ change }) => {
      if (subject !== undefined) {
        change.edit('subject', subject);
      }
      if (category !== undefined) {
        requireCategory(context.config, category);
        change.edit('category', category);
      }
      if (priority !== undefined) {
        requirePriority(context.config, priority);
        change.edit('priority', priority);
      }
    },
  );
  return ticket;
}
