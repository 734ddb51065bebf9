import {
  type CountViewsRequest,
  type TicketCounts,
  type TicketFilter,
  type ViewCounts,
  lightSchema,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { filterIssues } from './filterIssues';
import { conditionsOf } from './ticketConditions';

/** Where counting the tickets of one light stops. */
const LIGHT_CAP = 10_000;

/** Counts the tickets that match a filter by the light that they show. */
export async function countTickets(
  context: DeskContext,
  caller: Caller,
  filter: TicketFilter,
): Promise<TicketCounts> {
  const { light: wanted, ...rest } = filter;
  const lights = wanted ?? lightSchema.options;
  const counts = await countEach(
    context,
    caller,
    lights.map(light => ({ ...rest, light: [light] })),
    LIGHT_CAP,
  );
  const warnings = filterIssues(
    context.config,
    callersScope(context, caller),
    filter,
    'query',
  );
  return {
    ...{ orange: 0, red: 0, grey: 0, green: 0 },
    ...Object.fromEntries(lights.map((light, index) => [light, counts[index]])),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** Counts the tickets of several views. */
export async function countViews(
  context: DeskContext,
  caller: Caller,
  { views, cap }: CountViewsRequest,
): Promise<ViewCounts> {
  const counts = await countEach(
    context,
    caller,
    views.map(({ filter }) => filter),
    cap + 1,
  );
  const scope = callersScope(context, caller);
  return {
    items: views.map(({ id, filter }, index) => {
      const at = `views[${index}].filter`;
      const warnings = filterIssues(context.config, scope, filter, at);
      return {
        id,
        count: Math.min(counts[index], cap),
        capped: counts[index] > cap,
        ...(warnings.length > 0 && { warnings }),
      };
    }),
  };
}

function countEach(
  context: DeskContext,
  caller: Caller,
  filters: readonly TicketFilter[],
  cap: number,
): Promise<number[]> {
  const now = context.clock();
  return context.store.lists.countEach(
    callersScope(context, caller),
    filters.map(filter => conditionsOf(context.config, filter, now)),
    cap,
  );
}
