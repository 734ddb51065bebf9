import { DateTime } from 'luxon';

/**
 * An instant in a time zone, with its offset from UTC, which distinguishes an
 * hour that occurs twice: `2026-10-25T02:30:00.000+01:00`. UTC stays as it is.
 */
export function timeIn(timeZone: string, instant: string): string {
  return timeZone === 'UTC'
    ? instant
    : (DateTime.fromISO(instant, { zone: timeZone }).toISO() ?? instant);
}
