import type {
  ListTicketsQuery,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import { useQuery } from '@tanstack/react-query';
import { useDeskQueries } from './useDeskQueries';

/** One page of a list of tickets; the page before stays while the next loads. */
export function useTicketList(query: Partial<ListTicketsQuery>) {
  return useQuery(useDeskQueries().list(query));
}

/** How many tickets show each light. */
export function useTicketCounts(filter: TicketFilter) {
  return useQuery(useDeskQueries().counts(filter));
}
