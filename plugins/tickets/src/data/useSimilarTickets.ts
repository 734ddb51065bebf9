import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { invalidateAll } from './invalidation';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/** Few, so that one reads them before one writes on. */
const MOST_SHOWN = 3;

const HALF_A_MINUTE = 30_000;

/**
 * What a ticket with this subject may repeat; those about the asset come first.
 *
 * @param subject - as far as it is typed; without a word nothing is asked
 */
export function useSimilarTickets(subject: string, asset: string | undefined) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.similar(subject, asset),
    queryFn: ({ signal }) =>
      ticketsApi.similarTickets(
        { subject, asset, limit: MOST_SHOWN },
        { signal },
      ),
    enabled: /[\p{L}\p{N}]/u.test(subject),
    placeholderData: keepPreviousData,
    staleTime: HALF_A_MINUTE,
  });
}

/** The open tickets about an asset that changed last. */
export function useOpenTrouble(asset: string | undefined) {
  const ticketsApi = useApi(ticketsApiRef);
  const query = {
    asset: asset === undefined ? [] : [asset],
    state: 'open' as const,
    limit: MOST_SHOWN,
  };
  return useQuery({
    queryKey: keys.list(query),
    queryFn: ({ signal }) => ticketsApi.listTickets(query, { signal }),
    enabled: asset !== undefined,
    staleTime: HALF_A_MINUTE,
  });
}

/** Makes the caller a watcher of tickets, by their ids. */
export function useFollow(caller: string) {
  const ticketsApi = useApi(ticketsApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ticket: string) =>
      ticketsApi.addPerson(ticket, { ref: caller, role: 'watcher' }),
    onSuccess: () => invalidateAll(queryClient),
  });
}
