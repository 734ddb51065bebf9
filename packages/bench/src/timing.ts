import { performance } from 'node:perf_hooks';

/**
 * Does something again and again for so many seconds, at least once.
 *
 * @returns how long each took, in milliseconds
 */
export async function timeEach(
  work: () => Promise<unknown>,
  seconds: number,
): Promise<number[]> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let before = start;
  while (before < end || times.length === 0) {
    await work();
    const after = performance.now();
    times.push(after - before);
    before = after;
  }
  return times;
}

/**
 * Does several things at once, each on a connection of its own.
 *
 * @returns how often per second
 */
export async function countPerSecond(
  works: readonly (() => Promise<unknown>)[],
  seconds: number,
): Promise<number> {
  const start = performance.now();
  const counts = await Promise.all(
    works.map(async work => (await timeEach(work, seconds)).length),
  );
  const took = (performance.now() - start) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / took;
}

/** The time that a share of all times does not exceed, in milliseconds. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[
    Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)
  ];
}
