import { isWithdrawn } from './errors';

/**
 * How often an open screen asks for what others changed, in milliseconds.
 * Signals are faster, yet a screen cannot know that all of them reach it: the
 * portal may have none, its connection may be gone, and members of a group
 * inside of a team get none that are for the team.
 */
const REFETCH_INTERVAL = 30_000;

/** The same while the desk does not answer, so that screens soon catch up. */
const REFETCH_INTERVAL_AFTER_ERROR = 10_000;

/** The `refetchInterval` of what others may change. */
export function refetchInterval(query: {
  state: { error: Error | null };
}): number | false {
  const { error } = query.state;
  if (isWithdrawn(error)) {
    return false;
  }
  return error ? REFETCH_INTERVAL_AFTER_ERROR : REFETCH_INTERVAL;
}
