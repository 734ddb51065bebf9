import type {
  SearchPage,
  SearchQuery,
} from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { conditionsOf } from '../lists/ticketConditions';
import { asHits } from './hits';
import { readSearchCursor, writeSearchCursor } from './searchCursor';
import { textConditions } from './textConditions';

/** One page of the tickets that are found, and why. */
export async function searchTickets(
  context: DeskContext,
  caller: Caller,
  { text, limit, cursor, ...filter }: SearchQuery,
): Promise<SearchPage> {
  const { config, store, clock, ids } = context;
  const scope = callersScope(context, caller);
  const sought = textConditions(config, text);
  const { tickets: found, stoppedAt } = await store.search.find(scope, {
    text: sought,
    where: conditionsOf(config, filter, clock()),
    limit: limit + 1,
    position: cursor === undefined ? undefined : readSearchCursor(ids, cursor),
  });
  const page = found.slice(0, limit);
  const next = found.length > limit ? page[limit - 1].position : stoppedAt;
  return {
    items: await asHits(context, scope, sought.query, page),
    ...(next && { nextCursor: writeSearchCursor(ids, next) }),
  };
}
