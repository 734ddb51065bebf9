import type {
  EndTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Status, Statuses } from '../../domain/statuses';
import { closingStatus, solvingStatus } from '../../domain/workflow';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';

/** Solves the ticket; the requester can still come back to it. */
export function solveTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: EndTicketRequest,
): Promise<Ticket> {
  return endTicket(context, caller, target, request, 'solve', solvingStatus);
}

/** Closes the ticket. */
export function closeTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: EndTicketRequest,
): Promise<Ticket> {
  return endTicket(context, caller, target, request, 'close', closingStatus);
}

async function endTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: EndTicketRequest,
  way: 'solve' | 'close',
  statusAfter: (statuses: Statuses, from: string) => Status | undefined,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    [way],
    ({ change }) => {
      const to = statusAfter(context.config.statuses, change.state.status);
      if (to) {
        const notified = request.notify ?? context.config.notifyOnClose;
        change.setStatus(to.id, way, { notified });
      }
    },
  );
  return ticket;
}

/** Opens an ended ticket again. */
export async function reopenTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  { notify = true }: EndTicketRequest,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['reopen'],
    ({ change }) => change.react('reopen', { notified: notify }),
  );
  return ticket;
}
