import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** How much of its time the process leaves to those who ask for little. */
const SPARE = 0.5;

/** Longest rest in milliseconds, however busy others keep the process. */
const LONGEST = 250;

const STEP = 5;

/**
 * Begins to watch how busy the event loop is.
 *
 * @returns waits until it was idle for a part of the time since then
 */
export function beginRest(): () => Promise<void> {
  const begin = performance.eventLoopUtilization();
  return async () => {
    const latest = performance.now() + LONGEST;
    while (!isRested(begin) && performance.now() < latest) {
      await sleep(STEP, undefined, { ref: false });
    }
  };
}

function isRested(
  begin: ReturnType<typeof performance.eventLoopUtilization>,
): boolean {
  return 1 - performance.eventLoopUtilization(begin).utilization >= SPARE;
}
