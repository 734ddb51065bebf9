import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

const MOST_FOUND = 10;

/** Finds tickets by their number or by words, for a field to choose one from. */
export function useTicketSearch(text: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.ticketSearch(text),
    queryFn: ({ signal }) =>
      ticketsApi.searchTickets({ text, limit: MOST_FOUND }, { signal }),
    enabled: /[\p{L}\p{N}]/u.test(text),
    placeholderData: keepPreviousData,
  });
}
