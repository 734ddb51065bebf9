import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { refetchInterval } from './refetchInterval';
import { ticketsApiRef } from './ticketsApiRef';

/** The tickets that a ticket is linked with, as far as the reader may read them. */
export function useTicketLinks(number: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.links(number),
    queryFn: ({ signal }) => ticketsApi.listLinks(number, { signal }),
    refetchInterval,
  });
}
