import { DateTime } from 'luxon';

/**
 * An instant by the clocks of a time zone, with its offset from UTC, so that an
 * hour that comes twice is told apart: `2026-10-25T02:30:00.000+01:00`. In UTC
 * it stays as it is.
 */
export function timeIn(timeZone: string, instant: string): string {
  return timeZone === 'UTC'
    ? instant
    : (DateTime.fromISO(instant, { zone: timeZone }).toISO() ?? instant);
}
