import type {
  SearchPage,
  SearchQuery,
} from '@portaldesk/plugin-tickets-common';
import type { SearchPosition } from '../../store/search/SearchRequest';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { filterIssues } from '../lists/filterIssues';
import { conditionsOf } from '../lists/ticketConditions';
import { asHits } from './hits';
import { withMergedHighlights } from './mergedHighlights';
import {
  type NumberedPosition,
  readSearchCursor,
  writeSearchCursor,
} from './searchCursor';
import { textConditions } from './textConditions';

/** From here the tickets are shown that the typed number means. */
const BEGINNING: NumberedPosition = { numbered: 0 };

/**
 * One page of the tickets that are found, and why. Those come first that are
 * meant where nothing but a number was typed.
 */
export async function searchTickets(
  context: DeskContext,
  caller: Caller,
  { text, limit, cursor, ...filter }: SearchQuery,
): Promise<SearchPage> {
  const { config, store, clock, ids } = context;
  const scope = callersScope(context, caller);
  const sought = textConditions(config, text);
  const where = conditionsOf(config, filter, clock());
  const start =
    cursor === undefined ? BEGINNING : readSearchCursor(ids, cursor);
  const numbered = sought.number
    ? await store.search.findNumbered(scope, { number: sought.number, where })
    : [];
  const first =
    'numbered' in start
      ? numbered.slice(start.numbered, start.numbered + limit)
      : [];
  const left = limit - first.length;
  const { tickets: found, stoppedAt } =
    left > 0
      ? await store.search.find(scope, {
          text: sought,
          where,
          except: numbered.map(({ ticket }) => ticket.id),
          limit: left + 1,
          position: 'numbered' in start ? undefined : start,
        })
      : { tickets: [], stoppedAt: after(start, limit) };
  const warnings = filterIssues(config, scope, filter, 'query');
  const page = found.slice(0, left);
  const next = found.length > left ? page[left - 1].position : stoppedAt;
  const shown = [
    ...first.map(({ ticket, own }) => ({
      ticket,
      messages: [],
      byNumber: own,
    })),
    ...page,
  ];
  return {
    items: await withMergedHighlights(
      context,
      scope,
      sought,
      shown,
      await asHits(context, scope, sought.query, shown),
    ),
    ...(next && { nextCursor: writeSearchCursor(ids, next) }),
    ...(warnings.length > 0 && { warnings }),
  };
}

function after(
  start: SearchPosition | NumberedPosition,
  shown: number,
): NumberedPosition | undefined {
  return 'numbered' in start ? { numbered: start.numbered + shown } : undefined;
}
