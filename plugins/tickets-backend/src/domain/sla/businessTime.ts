import { BusinessWeeks, WEEK } from './businessWeeks';
import type { Calendar } from './policy';

/** Time that counts. Amounts of it are in milliseconds. */
export interface BusinessTime {
  /**
   * The first instant at which so much of it has gone by since another one.
   *
   * @returns null when that takes more than a hundred years
   */
  after(from: Date, amount: number): Date | null;
  /** How much of it lies between two instants; 0 unless the first is earlier. */
  between(from: Date, to: Date): number;
}

/** Without a calendar: all time counts. */
export const allTime: BusinessTime = {
  after: (from, amount) => new Date(from.getTime() + Math.max(amount, 0)),
  between: (from, to) => Math.max(to.getTime() - from.getTime(), 0),
};

/** A century: what takes longer has no deadline. */
const MOST_WEEKS = 5218;

/**
 * The business hours of a calendar: those moments at which a clock on the wall
 * of its time zone shows a time within its hours, on no holiday. An hour that
 * comes twice when the clocks go back counts twice, one that is left out when
 * they go forward counts for nothing.
 */
export function calendarTime(calendar: Calendar): BusinessTime {
  const weeks = new BusinessWeeks(calendar);

  return {
    after(from, amount) {
      if (amount <= 0) {
        return from;
      }
      const first = Math.floor(from.getTime() / WEEK);
      let left = amount;
      for (let week = first; week < first + MOST_WEEKS; week++) {
        const { total, spans } = weeks.get(week);
        if (week > first && total < left) {
          left -= total;
          continue;
        }
        for (const span of spans) {
          const begin = Math.max(span.from, from.getTime());
          const length = span.to - begin;
          if (length >= left) {
            return new Date(begin + left);
          }
          left -= Math.max(length, 0);
        }
      }
      return null;
    },

    between(from, to) {
      const first = Math.floor(from.getTime() / WEEK);
      const last = Math.floor(to.getTime() / WEEK);
      let amount = 0;
      for (let week = first; week <= last; week++) {
        const { total, spans } = weeks.get(week);
        amount +=
          week > first && week < last
            ? total
            : spans.reduce((sum, span) => sum + overlap(span, from, to), 0);
      }
      return amount;
    },
  };
}

function overlap(
  span: { readonly from: number; readonly to: number },
  from: Date,
  to: Date,
): number {
  const begin = Math.max(span.from, from.getTime());
  return Math.max(Math.min(span.to, to.getTime()) - begin, 0);
}
