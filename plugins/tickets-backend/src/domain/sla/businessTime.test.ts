import { allTime, calendarTime } from './businessTime';
import type { Calendar } from './policy';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const workday = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
];
const office: Calendar = {
  id: 'office',
  timeZone: 'Europe/Berlin',
  hours: { 1: workday, 2: workday, 3: workday, 4: workday, 5: workday },
  isHoliday: date => ['2026-12-25', '2026-05-01'].includes(date),
};
/** Of people who work around the clock, but for an hour in the night. */
const nights: Calendar = {
  ...office,
  hours: Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map(day => [
      day,
      [
        { from: 0, to: 150 },
        { from: 210, to: 1440 },
      ],
    ]),
  ),
};

describe('so much business time after an instant', () => {
  it.each([
    ['within hours', '2026-05-05T10:00+02:00', 1, '2026-05-05T11:00+02:00'],
    [
      'over the lunch break',
      '2026-05-05T11:30+02:00',
      1,
      '2026-05-05T13:30+02:00',
    ],
    [
      'at the end of the hours, not at their next beginning',
      '2026-05-05T16:00+02:00',
      1,
      '2026-05-05T17:00+02:00',
    ],
    [
      'from the night before',
      '2026-05-04T22:00+02:00',
      1,
      '2026-05-05T10:00+02:00',
    ],
    [
      'over a holiday and a weekend',
      '2026-04-30T16:00+02:00',
      2,
      '2026-05-04T10:00+02:00',
    ],
    ['over weeks', '2026-05-05T09:00+02:00', 70, '2026-05-18T17:00+02:00'],
    [
      'over the change to summer time',
      '2026-03-27T16:00+01:00',
      2,
      '2026-03-30T10:00+02:00',
    ],
    ['of none, at once', '2026-05-05T03:00+02:00', 0, '2026-05-05T03:00+02:00'],
  ])('is %s', (_, from, hours, until) => {
    const time = calendarTime(office);
    expect(time.after(new Date(from), hours * HOUR)).toEqual(new Date(until));
    expect(time.between(new Date(from), new Date(until))).toBe(hours * HOUR);
  });

  it('skips an hour that is left out, and counts one twice that comes twice', () => {
    const time = calendarTime(nights);
    const spring = new Date('2026-03-29T00:00+01:00');
    // from 02:00 to 03:00 there is nothing, and until 03:30 nobody works
    expect(time.after(spring, 3 * HOUR)).toEqual(
      new Date('2026-03-29T04:30+02:00'),
    );
    const autumn = new Date('2026-10-25T00:00+02:00');
    // 02:00 to 02:30 comes twice, and half an hour of break in between
    expect(time.after(autumn, 2.5 * HOUR)).toEqual(
      new Date('2026-10-25T02:30+02:00'),
    );
    expect(time.after(autumn, 3 * HOUR)).toEqual(
      new Date('2026-10-25T02:30+01:00'),
    );
  });

  it('is all time without a calendar', () => {
    const from = new Date('2026-03-28T12:00Z');
    const until = new Date('2026-03-29T12:00Z');
    expect(allTime.after(from, 24 * HOUR)).toEqual(until);
    expect(allTime.between(from, until)).toBe(24 * HOUR);
    expect(allTime.between(until, from)).toBe(0);
  });

  it('never comes where nobody ever works, or not within a century', () => {
    const from = new Date('2026-05-05T08:00Z');
    const never = [
      calendarTime({ ...office, hours: {} }),
      calendarTime({ ...office, isHoliday: () => true }),
    ];
    for (const time of never) {
      expect(time.after(from, MINUTE)).toBeNull();
      expect(time.between(from, new Date('2030-01-01T00:00Z'))).toBe(0);
    }
    expect(calendarTime(office).after(from, 876_000 * HOUR)).toBeNull();
  });
});
