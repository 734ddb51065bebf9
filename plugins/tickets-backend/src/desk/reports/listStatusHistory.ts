import {
  type TicketStatusHistory,
  lightOfPortalStatus,
} from '@portaldesk/plugin-tickets-common';
import { stagesOf } from '../../domain/stages';
import type { Caller } from '../Caller';
import type { DeskContext } from '../context';
import { readableTicket } from '../readableTicket';

/** Most entries, in case a ticket is closed and reopened endlessly. */
const MAX_STAGES = 200;

/**
 * The statuses that a ticket has been through; for those outside, as far as
 * the portal shows them.
 */
export async function listStatusHistory(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<TicketStatusHistory> {
  const { statuses } = context.config;
  const { ticket, access } = await readableTicket(context, caller, key);
  const { inside } = access;
  const portalStatusOf = (status: string) => statuses.get(status).portalStatus;
  const stages = stagesOf(
    await context.store.deadlines.events(ticket.id),
    inside ? status => status : portalStatusOf,
  );
  return {
    items: stages.slice(-MAX_STAGES).map(({ status, since, until }) => ({
      ...(inside && { status }),
      portalStatus: portalStatusOf(status),
      light: lightOfPortalStatus[portalStatusOf(status)],
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
  };
}
