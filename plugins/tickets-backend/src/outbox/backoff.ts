/** After so many attempts a notification counts as failed. */
export const MAX_ATTEMPTS = 10;

const FIRST_PAUSE = 10_000;

/**
 * How long to wait after a failed attempt, in milliseconds: 10 seconds after
 * the first one, then three times as long each time, so that the last attempt
 * comes after a little more than a day.
 *
 * @param attempts - how many there were, at least 1
 * @param random - between 0 and 1: varies the pause by up to a fifth, so that
 *   entries that failed together are not retried together
 */
export function pauseAfter(attempts: number, random: number): number {
  return FIRST_PAUSE * 3 ** (attempts - 1) * (0.8 + 0.4 * random);
}
