import { useApi } from '@backstage/core-plugin-api';
import {
  type ListTicketsQuery,
  MAX_PAGE_SIZE,
} from '@portaldesk/plugin-tickets-common';
import { ticketsApiRef } from '../ticketsApiRef';
import type { BulkTicket } from './bulkOutcome';

/**
 * Reads all tickets that a filter finds, page by page, from the oldest, so that
 * new ones push none out of sight.
 */
export function useAllTickets() {
  const ticketsApi = useApi(ticketsApiRef);
  return async (
    query: Partial<ListTicketsQuery>,
    signal: AbortSignal,
  ): Promise<BulkTicket[]> => {
    const found: BulkTicket[] = [];
    let cursor: string | undefined;
    do {
      const page = await ticketsApi.listTickets(
        {
          ...query,
          sort: 'createdAt',
          order: 'asc',
          limit: MAX_PAGE_SIZE,
          cursor,
        },
        { signal },
      );
      found.push(
        ...page.items.map(({ id, number, subject }) => ({
          id,
          number,
          subject,
        })),
      );
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  };
}
