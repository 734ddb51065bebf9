import {
  type ReportInterval,
  reportIntervalSchema,
} from '@portaldesk/plugin-tickets-common';
import fc from 'fast-check';
import { cases } from '../../__testUtils__/cases';
import { intervalsOf, isTooLong, instantOf } from './period';

const DAY = 24 * 3_600_000;

/** Among them some whose clocks change at midnight, and one that left out a day. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Auckland',
];

/** The day, week or month that an instant is in, as a calendar shows it. */
function label(at: Date, interval: ReportInterval, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  if (interval === 'month') {
    return day.slice(0, 'yyyy-mm'.length);
  }
  const noon = new Date(`${day}T12:00:00Z`);
  const sinceMonday = (noon.getUTCDay() + 6) % 7;
  return interval === 'week'
    ? new Date(noon.getTime() - sinceMonday * DAY).toISOString().slice(0, 10)
    : day;
}

describe('a moment', () => {
  it.each([
    ['2026-01-31', 'UTC', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31', 'Europe/Berlin', '2026-01-30T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    // there was no midnight on this day
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2026-01-31T10:00:00Z', 'Asia/Tokyo', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31T10:00:00+02:00', 'Asia/Tokyo', '2026-01-31T08:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(instantOf(text, zone).toISOString()).toBe(expected);
  });
});

describe('a period', () => {
  it.each([
    ['2021-01-01', '2026-01-01', false],
    ['2021-01-01', '2026-01-02', true],
    // of a leap year
    ['2020-02-29', '2025-02-28', false],
    ['2020-02-29', '2025-03-01', true],
  ])('from %s to %s is too long: %s', (from, to, expected) => {
    const period = { from: instantOf(from, 'UTC'), to: instantOf(to, 'UTC') };
    expect(isTooLong(period)).toBe(expected);
  });

  it.each<[ReportInterval, string[]]>([
    ['day', ['2026-03-28T23:00', '2026-03-29T22:00', '2026-03-30T22:00']],
    ['week', ['2026-03-28T10:00', '2026-03-29T22:00']],
    ['month', ['2026-03-28T10:00', '2026-03-31T22:00']],
  ])('is made of every %s, cut at its ends', (interval, starts) => {
    const from = new Date(`${starts[0]}:00Z`);
    const to = new Date('2026-04-01T10:00:00Z');
    const found = intervalsOf({ from, to }, interval, 'Europe/Berlin', 400);
    expect(
      found
        ?.slice(0, starts.length)
        .map(part => part.from.toISOString().slice(0, starts[0].length)),
    ).toEqual(starts);
    expect(found?.[found.length - 1].to).toEqual(to);
  });

  it.each<[ReportInterval, number, number]>([
    ['day', 400, 401],
    ['week', 400, 401],
    ['month', 12, 13],
  ])('has no more %ss than it may', (interval, most, tooMany) => {
    const from = new Date('2024-01-01T00:00:00Z');
    const days = { day: 1, week: 7, month: 30.4375 }[interval];
    const after = (count: number) => ({
      from,
      to: new Date(from.getTime() + (count * days - 0.5) * DAY),
    });
    expect(intervalsOf(after(most), interval, 'UTC', most)).toHaveLength(most);
    expect(intervalsOf(after(tooMany), interval, 'UTC', most)).toBeUndefined();
  });

  it('is made of what the calendar of its time zone shows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...reportIntervalSchema.options),
        fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2027, 0) }),
        fc.integer({ min: 1, max: 90 * DAY }),
        (zone, interval, begin, length) => {
          const from = new Date(begin);
          const to = new Date(begin + length);
          const parts = intervalsOf({ from, to }, interval, zone, 400) ?? [];
          const labels = parts.map(part => label(part.from, interval, zone));

          expect(parts[0].from).toEqual(from);
          expect(parts[parts.length - 1].to).toEqual(to);
          parts.slice(1).forEach((part, index) => {
            expect(part.from).toEqual(parts[index].to);
          });
          expect(new Set(labels).size).toBe(labels.length);
          parts.forEach((part, index) => {
            const last = new Date(part.to.getTime() - 1);
            expect(label(last, interval, zone)).toBe(labels[index]);
          });
        },
      ),
      { numRuns: cases(2_000) },
    );
  });
});
