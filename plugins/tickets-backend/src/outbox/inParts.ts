import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Pace, restAfter } from './pace';

/** How many people are notified together at the slow pace. */
const FEW = 2;

/** In so many parts at most: a delivery has to end in time. */
const MOST_PARTS = 20;

/**
 * After so long all others are notified together, in milliseconds: a delivery
 * that takes too long is cut off, and begins again.
 */
export const PATIENCE = 10_000;

/**
 * Sends something to many people: to all of them together, or to a few at a
 * time with a rest after each part, so that the process has time for those
 * at work.
 *
 * @param pace - the pace at which it may go on now
 * @param until - when the time for a slow pace is over, in milliseconds of
 *   `performance.now`; default: after `PATIENCE`
 * @throws the reason of the signal, when it is aborted before all were sent
 */
export async function inParts(
  people: readonly string[],
  {
    pace,
    signal,
    until = performance.now() + PATIENCE,
  }: { pace: () => Pace; signal?: AbortSignal; until?: number },
  send: (some: string[]) => Promise<void>,
): Promise<void> {
  const few = Math.max(FEW, Math.ceil(people.length / MOST_PARTS));
  for (let sent = 0; sent < people.length;) {
    signal?.throwIfAborted();
    const isSlow = performance.now() < until && pace() === 'slow';
    const some = people.slice(sent, isSlow ? sent + few : undefined);
    const begin = performance.now();
    await send(some);
    sent += some.length;
    if (isSlow && sent < people.length) {
      await sleep(restAfter(performance.now() - begin));
    }
  }
}
