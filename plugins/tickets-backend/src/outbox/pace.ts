/**
 * How much of the process's time telling people may take: as much as it needs,
 * little, or none for now.
 */
export type Pace = 'free' | 'slow' | 'none';

/** From this share of its time on the process counts as busy. */
const BUSY_FROM = 0.75;

/** The same while people wait for answers of the desk. */
const BUSY_WHILE_SERVING_FROM = 0.5;

/** What the process has to do. */
export interface Load {
  /** How much of its time it works, between 0 and 1. */
  readonly utilization: () => number;
  /** Whether people wait for answers of the desk. */
  readonly isServing: () => boolean;
}

/**
 * Those who wait for an answer come first: telling people takes many requests
 * to other plugins of the same process, mostly, and can be done a moment later.
 */
export function paceAt({ utilization, isServing }: Load): Pace {
  const share = utilization();
  if (isServing()) {
    return share >= BUSY_WHILE_SERVING_FROM ? 'none' : 'free';
  }
  return share >= BUSY_FROM ? 'slow' : 'free';
}
