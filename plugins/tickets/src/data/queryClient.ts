import { QueryClient } from '@tanstack/react-query';
import { isTransient } from './errors';

const STALE_AFTER = 10_000;
const MAX_RETRIES = 3;
const FIRST_PAUSE = 500;

/** Whether a question that failed is asked again; for questions, never for changes. */
export function retry(failures: number, error: Error): boolean {
  return failures < MAX_RETRIES && isTransient(error);
}

/** How long to wait before that, in milliseconds: half a second, one, two. */
export function retryDelay(failures: number): number {
  return FIRST_PAUSE * 2 ** failures;
}

/** A cache of what the desk and the catalog answered. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_AFTER, retry, retryDelay },
      // People want to know at once that a change did not get through, also
      // while the browser believes that it is offline.
      mutations: { networkMode: 'always' },
    },
  });
}
