import { useApi } from '@backstage/core-plugin-api';
import type {
  RoutingTestQuery,
  SlaTestQuery,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

const PAGE_SIZE = 25;
const FRESH_FOR = 60_000;

/** How the desk is configured; for admins. */
export function useSettings() {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.settings,
    queryFn: ({ signal }) => ticketsApi.getSettings({ signal }),
    staleTime: FRESH_FOR,
  });
}

/** Where a ticket would go; it is asked for each time. */
export function useRoutingTest() {
  const ticketsApi = useApi(ticketsApiRef);
  return useMutation({
    mutationFn: (query: RoutingTestQuery) => ticketsApi.testRouting(query),
  });
}

/** When a ticket would be due; it is asked for each time. */
export function useSlaTest() {
  const ticketsApi = useApi(ticketsApiRef);
  return useMutation({
    mutationFn: (query: SlaTestQuery) => ticketsApi.testSla(query),
  });
}

/** The notifications that no attempt delivered, oldest first, page by page. */
export function useFailedNotifications() {
  const ticketsApi = useApi(ticketsApiRef);
  return useInfiniteQuery({
    queryKey: keys.failedNotifications,
    queryFn: ({ signal, pageParam }) =>
      ticketsApi.listFailedNotifications(
        { limit: PAGE_SIZE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Retries or discards a failed notification, and reads them again. */
export function useFailedNotificationChange() {
  const ticketsApi = useApi(ticketsApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: (api: TicketsApi) => Promise<void>) =>
      change(ticketsApi),
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: keys.failedNotifications }),
  });
}
