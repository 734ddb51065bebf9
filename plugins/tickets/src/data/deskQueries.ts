import type {
  ListTicketsQuery,
  TicketFilter,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CountedView, keys } from './keys';
import { refetchInterval } from './refetchInterval';

const MINUTE = 60_000;

/** What the screens ask the desk: where each answer is kept, and for how long. */
export function deskQueries(ticketsApi: TicketsApi) {
  return {
    /** The desk as it is configured, and what the caller is to it. */
    description: () =>
      queryOptions({
        queryKey: keys.desk,
        queryFn: ({ signal }) => ticketsApi.describeDesk({ signal }),
        staleTime: 5 * MINUTE,
      }),

    absences: () =>
      queryOptions({
        queryKey: keys.absences,
        queryFn: ({ signal }) => ticketsApi.listAbsences({ signal }),
        staleTime: MINUTE,
      }),

    /** One page of a list; the page before stays while the next loads. */
    list: (query: Partial<ListTicketsQuery>) =>
      queryOptions({
        queryKey: keys.list(query),
        queryFn: ({ signal }) => ticketsApi.listTickets(query, { signal }),
        placeholderData: keepPreviousData,
        refetchInterval,
      }),

    /** How many tickets show each light. */
    counts: (filter: TicketFilter) =>
      queryOptions({
        queryKey: keys.count(filter),
        queryFn: ({ signal }) => ticketsApi.countTickets(filter, { signal }),
        refetchInterval,
      }),

    /** The saved views of the caller and of their teams. */
    views: () =>
      queryOptions({
        queryKey: keys.views,
        queryFn: ({ signal }) => ticketsApi.listViews({}, { signal }),
        staleTime: MINUTE,
      }),

    /** How many tickets each of some views has; the counts before stay while it asks. */
    viewCounts: (views: readonly CountedView[]) =>
      queryOptions({
        queryKey: keys.viewCounts(views),
        queryFn: ({ signal }) =>
          ticketsApi.countViews({ views: [...views] }, { signal }),
        placeholderData: keepPreviousData,
        enabled: views.length > 0,
        refetchInterval,
      }),

    ticket: (number: string) =>
      queryOptions({
        queryKey: keys.ticket(number),
        queryFn: ({ signal }) => ticketsApi.getTicket(number, {}, { signal }),
        refetchInterval,
      }),
  };
}
