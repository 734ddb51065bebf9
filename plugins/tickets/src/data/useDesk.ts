import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

const FIVE_MINUTES = 5 * 60_000;

/** The desk as it is configured, and what the caller is to it. */
export function useDesk() {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.desk,
    queryFn: ({ signal }) => ticketsApi.describeDesk({ signal }),
    staleTime: FIVE_MINUTES,
  });
}
