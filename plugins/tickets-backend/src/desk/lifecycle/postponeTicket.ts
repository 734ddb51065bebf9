import type {
  PostponeRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { postponedStatus } from '../../domain/workflow';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { refusal } from '../refusal';

/**
 * Puts the ticket aside until a time; one that is postponed already gets
 * another time.
 *
 * @throws InvalidRequestError at `until`, if that is not in the future
 */
export async function postponeTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  request: PostponeRequest,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['postpone'],
    ({ change }) => {
      const until = requireFuture(context, request.until);
      const to = postponedStatus(context.config.statuses, change.state.status);
      if (!to) {
        throw refusal(
          'action-not-possible',
          'You cannot postpone this ticket in its present state',
        );
      }
      change.setStatus(to.id, 'postpone');
      change.postponeUntil(until);
    },
  );
  return ticket;
}

/** @throws InvalidRequestError at `until` */
export function requireFuture(context: DeskContext, until: string): Date {
  const date = new Date(until);
  if (date <= context.clock()) {
    throw new InvalidRequestError([
      issueAt('until', 'expected a time in the future', 'not-in-future'),
    ]);
  }
  return date;
}
