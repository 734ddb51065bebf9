import { performance } from 'node:perf_hooks';

/** How long a measurement is valid, in milliseconds. */
const INTERVAL = 100;

/**
 * Measures how busy the event loop of this process was recently, between 0 and
 * 1.
 */
export function eventLoopGauge(): () => number {
  let last = performance.eventLoopUtilization();
  let measuredAt = performance.now();
  let share = 0;
  return () => {
    const now = performance.now();
    if (now - measuredAt >= INTERVAL) {
      const present = performance.eventLoopUtilization();
      share = performance.eventLoopUtilization(present, last).utilization;
      last = present;
      measuredAt = now;
    }
    return share;
  };
}
