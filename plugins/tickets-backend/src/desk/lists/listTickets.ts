import type {
  ListTicketsQuery,
  TicketPage,
} from '@portaldesk/plugin-tickets-common';
import type { Scope } from '../../domain/access/access';
import type { ListedTicket } from '../../store/lists/listTickets';
import {
  type TicketPosition,
  isBackwards,
  turned,
} from '../../domain/TicketPosition';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { isUnread } from '../../domain/versions';
import { presentTicket, ticketAccess } from '../present';
import { filterIssues } from './filterIssues';
import { listConditions } from './ticketConditions';
import { readTicketCursor, writeTicketCursor } from './ticketCursors';
import { sortKeyOf, sortValueOf } from './ticketSort';

/** Where counting the tickets of a list stops. */
const TOTAL_CAP = 1000;

export async function listTickets(
  context: DeskContext,
  caller: Caller,
  query: ListTicketsQuery,
): Promise<TicketPage> {
  const { limit, cursor, total = cursor === undefined, ...list } = query;
  const { sort, order } = list;
  const { config, store, clock } = context;
  const scope = callersScope(context, caller);
  const where = listConditions(config, list, clock());
  const position =
    cursor === undefined ? undefined : readTicketCursor(query, cursor);
  const { tickets, total: counted } = await store.lists.list(scope, {
    where,
    sort: sortKeyOf(config, sort),
    order,
    limit: limit + 1,
    position,
    totalCap: total ? TOTAL_CAP : undefined,
  });
  const warnings = filterIssues(config, scope, list, 'query');
  return {
    ...pageOf(context, scope, query, tickets, position),
    ...(warnings.length > 0 && { warnings }),
    total: counted,
    totalCap: TOTAL_CAP,
  };
}

/**
 * @param found - the tickets of the page, and one more where the list goes on
 *   in the way in which it was read
 */
function pageOf(
  { config }: DeskContext,
  scope: Scope,
  query: ListTicketsQuery,
  found: readonly ListedTicket[],
  position: TicketPosition | undefined,
): Pick<TicketPage, 'items' | 'nextCursor' | 'previousCursor'> {
  const { limit, sort } = query;
  const backwards = isBackwards(position);
  const page = backwards ? found.slice(-limit) : found.slice(0, limit);
  const hasMore = found.length > limit;
  /** From an empty page one goes back to where one came from. */
  const from = (ticket: ListedTicket | undefined, way: 'after' | 'before') =>
    ticket
      ? { value: sortValueOf(config, sort, ticket), id: ticket.id, way }
      : position && turned(position);
  const next = backwards || hasMore ? from(page.at(-1), 'after') : undefined;
  const previous =
    position && (!backwards || hasMore) ? from(page[0], 'before') : undefined;
  return {
    items: page.map(ticket => ({
      ...presentTicket(config, scope, ticket),
      unread: isUnread(
        {
          ref: scope.person.ref,
          inside: ticketAccess(scope, ticket).inside,
        },
        ticket,
        ticket.seen,
      ),
    })),
    ...(next && { nextCursor: writeTicketCursor(query, next) }),
    ...(previous && { previousCursor: writeTicketCursor(query, previous) }),
  };
}
