import type { RateRequest, Ticket } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import type { TicketTarget } from '../Desk';
import { changeTicket } from '../changeTicket';
import type { DeskContext } from '../context';

/** Says how good the service was; once more changes it. */
export async function rateTicket(
  context: DeskContext,
  caller: Caller,
  target: TicketTarget,
  { stars, comment }: RateRequest,
): Promise<Ticket> {
  const { ticket } = await changeTicket(
    context,
    caller,
    target,
    ['rate'],
    ({ change }) => change.rate({ stars, comment: comment ?? null }),
  );
  return ticket;
}
