import { useQuery } from '@tanstack/react-query';
import { useDeskQueries } from './useDeskQueries';

/** One ticket, kept fresh while it is on the screen. */
export function useTicket(number: string) {
  return useQuery(useDeskQueries().ticket(number));
}
