import type {
  Light,
  TicketCounts,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { conditionsOf } from './ticketConditions';

export async function countTickets(
  context: DeskContext,
  caller: Caller,
  filter: TicketFilter,
): Promise<TicketCounts> {
  const { config, clock } = context;
  const { statuses } = config;
  const byStatus = await context.store.countByStatus(
    callersScope(context, caller),
    conditionsOf(config, filter, clock()),
  );
  const counts: Record<Light, number> = {
    orange: 0,
    red: 0,
    grey: 0,
    green: 0,
  };
  for (const [status, count] of byStatus) {
    counts[statuses.lightOf(status)] += count;
  }
  return counts;
}
