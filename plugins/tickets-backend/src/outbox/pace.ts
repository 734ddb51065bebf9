/**
 * How deliveries run: several at the same time, or one after the other with a
 * rest after each.
 */
export type Pace = 'free' | 'slow';

/** From this utilization on the process counts as busy. */
const BUSY_FROM = 0.75;

/** How long a slow delivery is followed by rest, as a multiple of its time. */
const REST = 3;

/** The longest rest, in milliseconds: a slow delivery may leave the process idle. */
export const LONGEST_REST = 250;

/** The load of the process. */
export interface Load {
  /** How busy it is, between 0 and 1. */
  readonly utilization: () => number;
  /** Whether people are at work with the desk. */
  readonly isServing: () => boolean;
}

/**
 * People who are at work come first: deliveries make many requests to other
 * plugins, mostly of the same process.
 */
export function paceAt({ utilization, isServing }: Load): Pace {
  return isServing() || utilization() >= BUSY_FROM ? 'slow' : 'free';
}

/** How long work that took so long is followed by rest, in milliseconds. */
export function restAfter(milliseconds: number): number {
  return Math.min(REST * milliseconds, LONGEST_REST);
}
