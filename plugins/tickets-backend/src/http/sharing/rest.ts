import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest rest in milliseconds, however busy others keep the process. */
const LONGEST = 250;

const STEP = 5;

/**
 * Begins to watch how busy the event loop is.
 *
 * @returns waits until it was idle for this share of the time since then
 */
export function beginRest(): (share: number) => Promise<void> {
  const begin = performance.eventLoopUtilization();
  return async share => {
    const latest = performance.now() + LONGEST;
    while (idleSince(begin) < share && performance.now() < latest) {
      await sleep(STEP, undefined, { ref: false });
    }
  };
}

function idleSince(
  begin: ReturnType<typeof performance.eventLoopUtilization>,
): number {
  return 1 - performance.eventLoopUtilization(begin).utilization;
}

/** From this part of its time on the process is busy. */
const BUSY = 0.7;

/** How long it is looked at before that is said, in milliseconds. */
const MOMENT = 300;

/**
 * Begins to watch how busy the event loop is.
 *
 * @returns says whether it was busy for a moment
 */
export function watchLoad(): () => boolean {
  let begin = performance.eventLoopUtilization();
  let since = performance.now();
  let isBusy = false;
  return () => {
    const now = performance.now();
    if (now - since >= MOMENT) {
      const current = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(current, begin);
      isBusy = utilization >= BUSY;
      begin = current;
      since = now;
    }
    return isBusy;
  };
}
