import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/** The canned replies that fit a ticket, with their placeholders filled in. */
export function useCannedReplies(number: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.cannedReplies(number),
    queryFn: ({ signal }) => ticketsApi.listCannedReplies(number, { signal }),
  });
}
