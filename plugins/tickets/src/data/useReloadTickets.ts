import { useQueryClient } from '@tanstack/react-query';
import { invalidateAll } from './invalidation';

/** Reloads the tickets and lists on the screen, after a change by this person. */
export function useReloadTickets(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => invalidateAll(queryClient);
}
