import { useQuery } from '@tanstack/react-query';
import { useDeskQueries } from './useDeskQueries';

/** The desk as it is configured, and what the caller is to it. */
export function useDesk() {
  return useQuery(useDeskQueries().description());
}
