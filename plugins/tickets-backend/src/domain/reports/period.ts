import {
  MAX_REPORT_YEARS,
  type ReportInterval,
} from '@portaldesk/plugin-tickets-common';
import { DateTime } from 'luxon';

/** From `from` on, and before `to`. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The instant that a text means.
 *
 * @param text - an instant, or a day such as `2026-01-31`, which begins in the
 *   time zone
 */
export function instantOf(text: string, timeZone: string): Date {
  return DateTime.fromISO(text, { zone: timeZone }).toJSDate();
}

export function isTooLong({ from, to }: Period): boolean {
  return inUtc(from).plus({ years: MAX_REPORT_YEARS }) < inUtc(to);
}

/**
 * The days, weeks or months that a period is made of, in their order. The
 * first and the last one are cut where the period begins and ends.
 *
 * @param max - how many there may be
 * @returns undefined when there are more
 */
export function intervalsOf(
  { from, to }: Period,
  interval: ReportInterval,
  timeZone: string,
  max: number,
): Period[] | undefined {
  const first = DateTime.fromJSDate(from, { zone: timeZone }).startOf(interval);
  const starts = [from];
  for (let count = 1; starts.length <= max; count++) {
    // counted from the first one, since a day can be without its midnight
    const start = first
      .plus({ [interval]: count })
      .startOf(interval)
      .toJSDate();
    if (start >= to) {
      return starts.map((at, index) => ({
        from: at,
        to: starts[index + 1] ?? to,
      }));
    }
    if (start > starts[starts.length - 1]) {
      starts.push(start);
    }
  }
  return undefined;
}

function inUtc(at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: 'UTC' });
}
