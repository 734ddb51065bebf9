import { DateTime } from 'luxon';
import type { Calendar } from '../domain/sla/policy';

export const MINUTE = 60_000;

/** What a clock on the wall shows in one minute. */
interface WallTime {
  readonly weekday: number;
  readonly date: string;
  readonly minute: number;
}

const wallTimes = new Map<string, Map<number, WallTime>>();

/** What a clock shows; remembered, since it is asked for again and again. */
function wallTime(timeZone: string, instant: number): WallTime {
  const own = wallTimes.get(timeZone) ?? new Map<number, WallTime>();
  wallTimes.set(timeZone, own);
  let time = own.get(instant);
  if (!time) {
    const local = DateTime.fromMillis(instant, { zone: timeZone });
    time = {
      weekday: local.weekday,
      date: local.toFormat('yyyy-MM-dd'),
      minute: local.hour * 60 + local.minute,
    };
    own.set(instant, time);
  }
  return time;
}

/** Whether people work in a minute. Without a calendar, they always do. */
export function isBusiness(
  calendar: Calendar | undefined,
  instant: number,
): boolean {
  if (!calendar) {
    return true;
  }
  const { weekday, date, minute } = wallTime(calendar.timeZone, instant);
  return (
    !calendar.isHoliday(date) &&
    calendar.hours[weekday].some(
      ({ from, to }) => from <= minute && minute < to,
    )
  );
}
