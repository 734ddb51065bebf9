import fc from 'fast-check';
import type { Calendar } from '../domain/sla/policy';
import { MINUTE } from './slowTime';

const DAY = 1440;

/**
 * Days on which clocks change somewhere, and what is near them: an hour is
 * left out or comes twice, at night, at midnight, by half an hour, by a day.
 */
const places: readonly [timeZone: string, days: readonly string[]][] = [
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['America/Sao_Paulo', ['2018-11-04', '2019-02-17']],
  ['Africa/Cairo', ['2026-04-24', '2026-10-30']],
  ['Asia/Kathmandu', ['2026-03-29']],
  ['Pacific/Apia', ['2011-12-30']],
  ['America/St_Johns', ['2026-03-08', '2011-11-06']],
  ['UTC', ['2026-12-31']],
];

/** A time zone with an instant shortly before its clocks change. */
export const anyPlace = fc
  .constantFrom(
    ...places.flatMap(([timeZone, days]) =>
      days.map(day => ({ timeZone, day })),
    ),
  )
  .chain(({ timeZone, day }) =>
    fc.record({
      timeZone: fc.constant(timeZone),
      day: fc.constant(day),
      start: fc
        .integer({ min: -3 * DAY, max: DAY })
        .map(minutes => Date.parse(`${day}T00:00Z`) + minutes * MINUTE),
    }),
  );

/** Spans of a day that do not overlap; mostly some. */
const spans = fc
  .uniqueArray(
    fc.oneof(
      fc.constantFrom(0, 60, 120, 150, 180, 540, 750, 810, 1080, 1440),
      fc.integer({ min: 0, max: DAY }),
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map(edges =>
    edges
      .sort((a, b) => a - b)
      .flatMap((from, index) =>
        index % 2 === 0 && index + 1 < edges.length
          ? [{ from, to: edges[index + 1] }]
          : [],
      ),
  );

const dayHours = fc.oneof(
  { weight: 3, arbitrary: spans },
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant([{ from: 0, to: DAY }]) },
);

/** A calendar of this zone, with holidays around a day. */
export function calendars(
  timeZone: string,
  day: string,
): fc.Arbitrary<Calendar> {
  const date = fc
    .integer({ min: -3, max: 5 })
    .map(days =>
      new Date(Date.parse(day) + days * DAY * MINUTE)
        .toISOString()
        .slice(0, 10),
    );
  return fc
    .record({
      week: fc.tuple(...Array.from({ length: 7 }, () => dayHours)),
      holidays: fc.uniqueArray(date, { maxLength: 3 }),
    })
    .map(({ week, holidays }) => ({
      id: 'office',
      timeZone,
      hours: Object.fromEntries(week.map((own, index) => [index + 1, own])),
      isHoliday: (its: string) => holidays.includes(its),
      [fc.toStringMethod]: () => JSON.stringify({ timeZone, week, holidays }),
    }));
}
