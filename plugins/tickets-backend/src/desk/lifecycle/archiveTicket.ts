import type { Ticket, TicketAction } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';

type UseCase = (
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
) => Promise<Ticket>;

/** Hides an ended ticket from the lists. */
export const archiveTicket = recording('archive', 'archived');

/** Shows an archived ticket in the lists again. */
export const unarchiveTicket = recording('unarchive', 'unarchived');

function recording(
  action: TicketAction,
  type: 'archived' | 'unarchived',
): UseCase {
  return async (context, caller, target) => {
    const { ticket } = await changeTicket(
      context,
      caller,
      target,
      [action],
      ({ change }) => change.record({ type }),
    );
    return ticket;
  };
}
