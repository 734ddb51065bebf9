/**
 * How much of the process's time deliveries may take: as much as they need,
 * little, or none for now.
 */
export type Pace = 'free' | 'slow' | 'none';

/** From this utilization on the process counts as busy. */
const BUSY_FROM = 0.75;

/** The same while people wait for answers of the desk. */
const BUSY_WHILE_SERVING_FROM = 0.5;

/** The load of the process. */
export interface Load {
  /** How busy it is, between 0 and 1. */
  readonly utilization: () => number;
  /** Whether people wait for answers of the desk. */
  readonly isServing: () => boolean;
}

/**
 * People who wait for a response come first: deliveries make many requests to
 * other plugins, mostly of the same process, and can wait a moment.
 */
export function paceAt({ utilization, isServing }: Load): Pace {
  const share = utilization();
  if (isServing()) {
    return share >= BUSY_WHILE_SERVING_FROM ? 'none' : 'free';
  }
  return share >= BUSY_FROM ? 'slow' : 'free';
}
