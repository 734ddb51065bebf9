import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const STEP = 5;

/** How much is left to everything else after some work. */
export interface Rest {
  /** The process was idle for this share of the time since the work began. */
  readonly share: number;
  /** Longest rest in milliseconds, however busy others keep the process. */
  readonly longest: number;
}

/** Rests after some work. */
export type TakeRest = (
  rest: Rest,
  options?: {
    /**
     * How long a database worked on it, in milliseconds, which the event loop
     * does not notice. Default: 0
     */
    readonly worked?: number;
    /** Whether a person waits for whom the rest is meant, which ends it. */
    readonly isWanted?: () => boolean;
  },
) => Promise<void>;

/**
 * Begins to watch how busy the event loop is.
 *
 * @returns rests after that
 */
export function beginRest(): TakeRest {
  const begin = performance.now();
  const loop = performance.eventLoopUtilization();
  return async (
    { share, longest },
    { worked = 0, isWanted = () => false } = {},
  ) => {
    const earliest = begin + worked / (1 - share);
    const latest = performance.now() + longest;
    const isOver = () => {
      const now = performance.now();
      return (
        now >= latest ||
        isWanted() ||
        (now >= earliest && idleSince(loop) >= share)
      );
    };
    while (!isOver()) {
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
