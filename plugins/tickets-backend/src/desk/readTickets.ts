import type {
  Light,
  ListTicketsQuery,
  Ticket,
  TicketCounts,
  TicketFilter,
  TicketPage,
} from '@portaldesk/plugin-tickets-common';
import type { Statuses } from '../domain/statuses';
import type { TicketConditions } from '../store/TicketStore';
import type { Caller } from './Caller';
import { type DeskContext, callersScope } from './context';
import { readTicketCursor, writeTicketCursor } from './cursors';
import { presentTicket } from './present';
import { readableTicket } from './readableTicket';

/** Where counting the tickets of a list stops. */
const TOTAL_CAP = 1000;

export async function getTicket(
  context: DeskContext,
  caller: Caller,
  key: string,
): Promise<Ticket> {
  const { ticket, scope } = await readableTicket(context, caller, key);
  return presentTicket(context.config, scope, ticket);
}

export async function listTickets(
  context: DeskContext,
  caller: Caller,
  query: ListTicketsQuery,
): Promise<TicketPage> {
  const { sort, order, limit, cursor, ...filter } = query;
  const scope = callersScope(context, caller);
  const where = conditions(context.config.statuses, filter);
  const list = { sort, order };
  const [found, total] = await Promise.all([
    context.store.listTickets(scope, {
      where,
      ...list,
      limit: limit + 1,
      after: cursor === undefined ? undefined : readTicketCursor(list, cursor),
    }),
    context.store.countTickets(scope, where, TOTAL_CAP),
  ]);
  const page = found.slice(0, limit);
  return {
    items: page.map(ticket => presentTicket(context.config, scope, ticket)),
    total,
    totalCap: TOTAL_CAP,
    ...(found.length > limit && {
      nextCursor: writeTicketCursor(list, page[page.length - 1]),
    }),
  };
}

export async function countTickets(
  context: DeskContext,
  caller: Caller,
  filter: TicketFilter,
): Promise<TicketCounts> {
  const { statuses } = context.config;
  const byStatus = await context.store.countByStatus(
    callersScope(context, caller),
    conditions(statuses, filter),
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

/**
 * Puts statuses in the place of lights. A status that is configured no more
 * shows orange, so for that light those of the other lights are left out.
 */
function conditions(
  statuses: Statuses,
  { light: lights, status, ...rest }: TicketFilter,
): TicketConditions {
  const withLight = (wanted: (light: Light) => boolean) =>
    statuses.all.map(({ id }) => id).filter(id => wanted(statuses.lightOf(id)));
  const inLight = lights && withLight(light => lights.includes(light));
  return {
    ...rest,
    ...(status && { inStatus: status, insideOnly: true }),
    ...(lights?.includes('orange')
      ? { notInStatus: withLight(light => !lights.includes(light)) }
      : inLight && {
          inStatus: status?.filter(id => inLight.includes(id)) ?? inLight,
        }),
  };
}
