import Holidays, { type HolidaysTypes } from 'date-holidays';
import { version } from 'date-holidays/package.json';

const NOON = 12 * 3_600_000;
const DAY = 2 * NOON;

/** The kinds of holidays that are known of a country. */
export const holidayTypes = [
  'public',
  'bank',
  'optional',
  'school',
  'observance',
] as const satisfies readonly HolidaysTypes.HolidayType[];

export type HolidayType = (typeof holidayTypes)[number];

/** Where people have holidays; codes such as `DE`, `BY` and `A`. */
export interface HolidayPlace {
  readonly country: string;
  readonly state?: string;
  readonly region?: string;
}

/** Changes when what is known of holidays may have changed. */
export const holidaysVersion: string = version;

/** Codes of the countries whose holidays are known. */
export function knownCountries(): string[] {
  return codes(new Holidays().getCountries());
}

/**
 * The code of the country that is meant by a code in lower case, a name in
 * English or in the country's own language, or another code, such as `UK`.
 */
export function meantCountry(text: string): string | undefined {
  const holidays = new Holidays();
  const wanted = text.trim().toLowerCase();
  const named = [holidays.getCountries('en'), holidays.getCountries()]
    .flatMap(names => Object.entries(names))
    .find(([, name]) => name.toLowerCase() === wanted);
  const code = /^[a-z]{2}$/.test(wanted)
    ? new Intl.Locale(`und-${wanted}`).region
    : named?.[0];
  return code && knownCountries().includes(code) ? code : undefined;
}

/** Codes of the states of a country that have holidays of their own. */
export function knownStates(country: string): string[] {
  return codes(new Holidays().getStates(country));
}

/** Codes of the regions of a state that have holidays of their own. */
export function knownRegions(country: string, state: string): string[] {
  return codes(new Holidays().getRegions(country, state));
}

function codes(named: Record<string, string> | undefined): string[] {
  return Object.keys(named ?? {}).sort();
}

/**
 * Says whether a day is a holiday somewhere: it is when its noon is. So one
 * that begins at sunset counts as its day, and an afternoon off as no day.
 *
 * @returns takes an ISO date such as `2026-12-25`
 */
export function countryHolidays(
  { country, state, region }: HolidayPlace,
  types: readonly HolidayType[],
): (date: string) => boolean {
  // as if the country were in UTC, since what counts are its days
  const holidays = new Holidays(
    { country, state, region },
    { timezone: 'UTC', types: [...types] },
  );
  const years = new Map<number, ReadonlySet<string>>();

  return date => {
    const year = Number(date.slice(0, 4));
    let dates = years.get(year);
    if (!dates) {
      dates = new Set(
        // what begins before the new year can last into it
        [year - 1, year]
          .flatMap(own => holidays.getHolidays(own))
          .filter(({ type }) => types.some(wanted => wanted === type))
          .flatMap(datesOf),
      );
      years.set(year, dates);
    }
    return dates.has(date);
  };
}

/** The days whose noon lies within a holiday. */
function datesOf({ start, end }: HolidaysTypes.Holiday): string[] {
  const dates: string[] = [];
  const first = Math.ceil((start.getTime() - NOON) / DAY) * DAY + NOON;
  for (let noon = first; noon < end.getTime(); noon += DAY) {
    dates.push(new Date(noon).toISOString().slice(0, 10));
  }
  return dates;
}
