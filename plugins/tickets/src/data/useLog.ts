import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type LogPage, readNewest, withEarlier } from './log';
import { retry, retryDelay } from './queryClient';
import { refetchInterval } from './refetchInterval';

/**
 * Something that grows, newest first: its newest page is kept fresh, older pages
 * are read when the reader asks for them.
 */
export function useLog<T extends { id: string }>(
  queryKey: readonly string[],
  readPage: (cursor?: string, signal?: AbortSignal) => Promise<LogPage<T>>,
) {
  const queryClient = useQueryClient();
  const known = () => queryClient.getQueryData<LogPage<T>>(queryKey);

  const log = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      readNewest<T>(cursor => readPage(cursor, signal), known),
    refetchInterval,
  });
  const earlier = useMutation({
    mutationFn: async (cursor: string) => {
      const page = await readPage(cursor);
      queryClient.setQueryData<LogPage<T>>(
        queryKey,
        current => current && withEarlier(current, cursor, page),
      );
    },
    retry,
    retryDelay,
  });

  const nextCursor = log.data?.nextCursor;
  const { mutate } = earlier;
  const loadEarlier = useCallback(() => {
    if (nextCursor !== undefined) {
      mutate(nextCursor);
    }
  }, [mutate, nextCursor]);

  return {
    ...log,
    hasEarlier: nextCursor !== undefined,
    isLoadingEarlier: earlier.isPending,
    earlierFailed: earlier.isError,
    loadEarlier,
  };
}
