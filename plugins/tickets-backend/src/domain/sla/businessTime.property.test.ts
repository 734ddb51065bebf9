import fc from 'fast-check';
import { anyPlace, calendars } from '../../__testUtils__/arbitraryCalendars';
import { cases } from '../../__testUtils__/cases';
import { MINUTE, isBusiness } from '../../__testUtils__/slowTime';
import { calendarTime } from './businessTime';
import type { Calendar } from './policy';

/** Minutes that are looked at one by one. */
const HORIZON = 9 * 1440;

const situation = anyPlace.chain(({ timeZone, day, start }) =>
  fc.record({
    calendar: calendars(timeZone, day),
    start: fc.constant(start),
    amount: fc.oneof(
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 1, max: 6000 }),
    ),
  }),
);

/** The end of the minute in which so many business minutes have gone by. */
function slowlyAfter(
  calendar: Calendar,
  start: number,
  amount: number,
): number | undefined {
  let left = amount;
  for (let minute = 0; minute < HORIZON; minute++) {
    if (isBusiness(calendar, start + minute * MINUTE)) {
      left -= 1;
    }
    if (left === 0) {
      return start + (minute + 1) * MINUTE;
    }
  }
  return undefined;
}

function slowlyBetween(
  calendar: Calendar,
  start: number,
  minutes: number,
): number {
  return Array.from({ length: minutes }, (_, minute) =>
    isBusiness(calendar, start + minute * MINUTE),
  ).filter(Boolean).length;
}

describe('business time', () => {
  it('ends where it ends for somebody who watches a clock on the wall', () => {
    let ended = 0;
    fc.assert(
      fc.property(situation, ({ calendar, start, amount }) => {
        const expected = slowlyAfter(calendar, start, amount);
        const actual = calendarTime(calendar).after(
          new Date(start),
          amount * MINUTE,
        );
        const end = start + HORIZON * MINUTE;
        const seen = actual && actual.getTime() <= end ? actual : undefined;
        expect(seen?.getTime()).toBe(expected);
        ended += Number(expected !== undefined);
      }),
      { numRuns: cases(600) },
    );
    expect(ended).toBeGreaterThan(cases(300));
  });

  it('is as long as for somebody who counts its minutes', () => {
    fc.assert(
      fc.property(
        situation,
        fc.integer({ min: 0, max: HORIZON }),
        ({ calendar, start }, minutes) => {
          const end = new Date(start + minutes * MINUTE);
          expect(
            calendarTime(calendar).between(new Date(start), end) / MINUTE,
          ).toBe(slowlyBetween(calendar, start, minutes));
        },
      ),
      { numRuns: cases(300) },
    );
  });

  it('takes as long as it is said to, to the millisecond', () => {
    fc.assert(
      fc.property(
        situation,
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        ({ calendar, start, amount }, late, more) => {
          const time = calendarTime(calendar);
          const from = new Date(start + late);
          const until = time.after(from, amount * MINUTE + more);
          fc.pre(until !== null);
          expect(time.between(from, until)).toBe(amount * MINUTE + more);
          expect(time.between(from, new Date(until.getTime() - 1))).toBe(
            amount * MINUTE + more - 1,
          );
        },
      ),
      { numRuns: cases(600) },
    );
  });
});
