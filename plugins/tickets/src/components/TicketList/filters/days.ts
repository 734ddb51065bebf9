import { DateTime } from 'luxon';

/**
 * The day of an instant in the reader's own zone, as `2026-03-02`; empty: none.
 *
 * @param isEnd - the instant ends a span and is no part of it
 */
export function dayOf(instant: unknown, isEnd = false): string {
  const at = DateTime.fromISO(typeof instant === 'string' ? instant : '');
  const inside = isEnd ? at.minus({ milliseconds: 1 }) : at;
  return inside.toISODate() ?? '';
}

/** The instant at which a day begins in the reader's own zone. */
export function instantOfDay(day: string): string | undefined {
  return DateTime.fromISO(day).startOf('day').toUTC().toISO() ?? undefined;
}

/** The instant at which a day has ended. */
export function instantAfterDay(day: string): string | undefined {
  return (
    DateTime.fromISO(day).plus({ days: 1 }).startOf('day').toUTC().toISO() ??
    undefined
  );
}
