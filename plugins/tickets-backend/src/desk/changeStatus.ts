import { ConflictError } from '@backstage/errors';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { TicketChange } from '../domain/TicketChange';
import { closingStatus } from '../domain/workflow';
import type { Caller } from './Caller';
import type { TicketTarget } from './Desk';
import { changeTicket } from './changeTicket';
import type { DeskContext } from './context';
import { InvalidRequestError } from './errors';

/**
 * Sets a configured status, if it may follow the present one.
 *
 * @throws InvalidRequestError at `status`, if there is no such status
 * @throws ConflictError if it may not follow
 */
export function setStatus(
  context: DeskContext,
  change: TicketChange,
  to: string,
): void {
  const { statuses } = context.config;
  const from = change.state.status;
  const next = statuses.after(from).map(({ id }) => id);
  if (!statuses.has(to)) {
    throw new InvalidRequestError([
      { path: 'status', message: `there is no status ${to}` },
    ]);
  }
  if (from !== to && !next.includes(to)) {
    throw new ConflictError(
      `A ticket cannot go from ${from} to ${to}; it can go to: ${next.join(', ')}`,
    );
  }
  change.setStatus(to, 'person');
}

export async function changeStatus(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  status: string,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['change-status'],
    ({ change }) => setStatus(context, change, status),
  );
  return ticket;
}

export async function closeTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['close'],
    ({ change }) => {
      const to = closingStatus(context.config.statuses, change.state.status);
      if (to) {
        change.setStatus(to.id, 'close');
      }
    },
  );
  return ticket;
}

export async function reopenTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['reopen'],
    ({ change }) => change.react('reopen'),
  );
  return ticket;
}
