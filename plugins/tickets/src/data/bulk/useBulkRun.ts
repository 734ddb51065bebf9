import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { invalidateAll } from '../invalidation';
import type { BulkOutcome, BulkProgress } from './bulkOutcome';

/**
 * Does something to many tickets, some at a time, and says how far it got. What
 * fails does not keep the others from being done.
 */
export function useBulkRun() {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<BulkProgress>();
  const stopped = useRef(false);
  // what runs goes on to the end of its step, and no further
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const run = async <T>(
    tickets: readonly T[],
    size: number,
    work: (step: readonly T[]) => Promise<BulkOutcome[]>,
  ): Promise<readonly BulkOutcome[]> => {
    stopped.current = false;
    const outcomes: BulkOutcome[] = [];
    const report = (isRunning: boolean) =>
      setProgress({ isRunning, total: tickets.length, outcomes: [...outcomes] });
    report(true);
    for (let at = 0; at < tickets.length && !stopped.current; at += size) {
      outcomes.push(...(await work(tickets.slice(at, at + size))));
      report(true);
    }
    await invalidateAll(queryClient);
    report(false);
    return outcomes;
  };
  return {
    progress,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
