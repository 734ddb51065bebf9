import { useApi } from '@backstage/core-plugin-api';
import type {
  ListTicketsQuery,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keys, REFETCH_INTERVAL } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/** One page of a list of tickets; the page before stays while the next loads. */
export function useTicketList(query: Partial<ListTicketsQuery>) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.list(query),
    queryFn: ({ signal }) => ticketsApi.listTickets(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_INTERVAL,
  });
}

/** How many tickets show each light. */
export function useTicketCounts(filter: TicketFilter) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.count(filter),
    queryFn: ({ signal }) => ticketsApi.countTickets(filter, { signal }),
    refetchInterval: REFETCH_INTERVAL,
  });
}
