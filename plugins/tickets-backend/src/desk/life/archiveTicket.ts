import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';

/** Takes an ended ticket out of the lists. */
export async function archiveTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['archive'],
    ({ change }) => change.record({ type: 'archived' }),
  );
  return ticket;
}

/** Brings an archived ticket back into the lists. */
export async function reactivateTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['reactivate'],
    ({ change }) => change.record({ type: 'reactivated' }),
  );
  return ticket;
}
