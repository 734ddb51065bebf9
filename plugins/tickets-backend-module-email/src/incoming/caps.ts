/** How many mails of one sender are taken in within how many minutes. */
const CAPS: readonly [mails: number, minutes: number][] = [
  [10, 10],
  [15, 30],
  [25, 60],
  [50, 180],
  [100, 600],
];

/** The longest time that a cap looks back, in milliseconds. */
export const LOOKS_BACK =
  Math.max(...CAPS.map(([, minutes]) => minutes)) * 60_000;

/**
 * Whether one mail more would be too many: what ends a loop with a responder
 * that does not say what it is.
 *
 * @param times - when earlier ones came
 */
export function isTooMany(times: readonly Date[], now: Date): boolean {
  return CAPS.some(
    ([mails, minutes]) =>
      times.filter(time => now.getTime() - time.getTime() < minutes * 60_000)
        .length >= mails,
  );
}
