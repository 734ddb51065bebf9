import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { isMissing } from './errors';
import { keys, REFETCH_INTERVAL } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/** One ticket, kept fresh while it is on the screen. */
export function useTicket(number: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.ticket(number),
    queryFn: ({ signal }) => ticketsApi.getTicket(number, { signal }),
    refetchInterval: query =>
      isMissing(query.state.error) ? false : REFETCH_INTERVAL,
  });
}
