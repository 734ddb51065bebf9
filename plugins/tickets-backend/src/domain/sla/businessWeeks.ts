import { IANAZone } from 'luxon';
import type { Calendar } from './policy';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
export const WEEK = 7 * DAY;

/** From one instant until another one, in milliseconds since 1970. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The business hours of seven days. */
export interface BusinessWeek {
  /** How long they are, in milliseconds. */
  readonly total: number;
  /** In order. */
  readonly spans: readonly Span[];
}

/** Time in which a zone is always equally far from UTC. */
interface Stretch extends Span {
  /** What has to be added to UTC for the time on the wall, in milliseconds. */
  readonly offset: number;
}

/**
 * The business hours of a calendar by weeks of UTC, counted since 1970. Each
 * week is worked out once.
 */
export class BusinessWeeks {
  readonly #weeks = new Map<number, BusinessWeek>();
  readonly #zone: IANAZone;

  constructor(private readonly calendar: Calendar) {
    this.#zone = IANAZone.create(calendar.timeZone);
  }

  get(index: number): BusinessWeek {
    let week = this.#weeks.get(index);
    if (!week) {
      week = this.#workOut(index);
      this.#weeks.set(index, week);
    }
    return week;
  }

  #workOut(index: number): BusinessWeek {
    const days = Array.from(
      { length: 7 },
      (_, day) => index * WEEK + day * DAY,
    );
    const spans = days
      .flatMap(day => this.#stretches({ from: day, to: day + DAY }))
      .flatMap(stretch => this.#hoursIn(stretch));
    return {
      total: spans.reduce((sum, { from, to }) => sum + to - from, 0),
      spans,
    };
  }

  /** Parts a time where the clocks of the zone change within it. */
  #stretches({ from, to }: Span): Stretch[] {
    const offset = this.#offsetAt(from);
    if (offset === this.#offsetAt(to - 1)) {
      return [{ from, to, offset }];
    }
    const middle = Math.floor((from + to) / 2);
    return [
      ...this.#stretches({ from, to: middle }),
      ...this.#stretches({ from: middle, to }),
    ];
  }

  #offsetAt(instant: number): number {
    return this.#zone.offset(instant) * MINUTE;
  }

  /** The business hours within a stretch. */
  #hoursIn({ from, to, offset }: Stretch): Span[] {
    const wall = { from: from + offset, to: to + offset };
    const hours: Span[] = [];
    for (
      let day = Math.floor(wall.from / DAY) * DAY;
      day < wall.to;
      day += DAY
    ) {
      for (const span of this.#hoursOf(day)) {
        const begin = Math.max(day + span.from * MINUTE, wall.from);
        const end = Math.min(day + span.to * MINUTE, wall.to);
        if (begin < end) {
          hours.push({ from: begin - offset, to: end - offset });
        }
      }
    }
    return hours;
  }

  /** @param day - its beginning on the wall, as if that were UTC */
  #hoursOf(day: number): Calendar['hours'][number] {
    // 1 January 1970 was a Thursday
    const weekday = ((((day / DAY + 3) % 7) + 7) % 7) + 1;
    const date = new Date(day).toISOString().slice(0, 10);
    return this.calendar.isHoliday(date)
      ? []
      : (this.calendar.hours[weekday] ?? []);
  }
}
