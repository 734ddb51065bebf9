import { isWithdrawn } from './errors';

/**
 * How often an open screen asks for what others changed, in milliseconds.
 * Signals are faster, yet a screen cannot know that all of them reach it: the
 * portal may have none, its connection may be gone, and members of a group
 * inside of a team get none that are for the team.
 */
const REFETCH_INTERVAL = 30_000;

/**
 * The same while the desk does not answer, so that screens soon catch up, and a
 * while after that, until signals are connected again.
 */
const REFETCH_INTERVAL_AFTER_ERROR = 10_000;
const WHILE_AFTER_ERROR = 60_000;

/** The `refetchInterval` of what others may change. */
export function refetchInterval(query: {
  state: {
    error: Error | null;
    /** When it failed last, in milliseconds since 1970; 0: never. */
    errorUpdatedAt: number;
  };
}): number | false {
  const { error, errorUpdatedAt } = query.state;
  if (isWithdrawn(error)) {
    return false;
  }
  return error || Date.now() - errorUpdatedAt < WHILE_AFTER_ERROR
    ? REFETCH_INTERVAL_AFTER_ERROR
    : REFETCH_INTERVAL;
}
