import { performance } from 'node:perf_hooks';

/** From this share of its time on a process counts as busy. */
const BUSY_FROM = 0.75;

/** How long what was measured holds, in milliseconds. */
const INTERVAL = 100;

/**
 * Tells whether this process has hardly any time left, as while it answers many
 * requests: looks how much of the last moment its event loop was working.
 */
export function eventLoopGauge(): () => boolean {
  let last = performance.eventLoopUtilization();
  let measuredAt = performance.now();
  let busy = false;
  return () => {
    const now = performance.now();
    if (now - measuredAt >= INTERVAL) {
      const present = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(present, last);
      busy = utilization >= BUSY_FROM;
      last = present;
      measuredAt = now;
    }
    return busy;
  };
}
