import {
  type HolidayPlace,
  countryHolidays,
  knownCountries,
  knownRegions,
  knownStates,
  meantCountry,
} from './countryHolidays';

/** All holidays of a year. */
function holidaysIn(
  year: number,
  ...args: Parameters<typeof countryHolidays>
): string[] {
  const isHoliday = countryHolidays(...args);
  return Array.from({ length: 366 }, (_, day) =>
    new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10),
  ).filter(date => date.startsWith(`${year}`) && isHoliday(date));
}

describe('the holidays of a country', () => {
  it.each<[string, HolidayPlace, string[]]>([
    [
      'the whole of Germany',
      { country: 'DE' },
      ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03'],
    ],
    [
      'Bavaria',
      { country: 'DE', state: 'BY' },
      [
        ...['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '05-25'],
        ...['06-04', '10-03', '11-01'],
      ],
    ],
    [
      'Augsburg',
      { country: 'DE', state: 'BY', region: 'A' },
      [
        ...['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '05-25'],
        ...['06-04', '08-08', '08-15', '10-03', '11-01'],
      ],
    ],
  ])('are those of %s', (_, place, dates) => {
    const christmas = ['12-25', '12-26'];
    expect(holidaysIn(2026, place, ['public'])).toEqual(
      [...dates, ...christmas].map(date => `2026-${date}`),
    );
  });

  it('are of the kinds that are asked for', () => {
    const sweden = { country: 'SE' };
    const eve = '2026-12-24';
    expect(countryHolidays(sweden, ['public'])(eve)).toBe(false);
    expect(countryHolidays(sweden, ['public', 'bank'])(eve)).toBe(true);
  });

  it('are no afternoons', () => {
    const austria = { country: 'AT' };
    expect(countryHolidays(austria, ['public', 'bank'])('2026-12-24')).toBe(
      false,
    );
  });

  it('count by the day on which they are, also when they begin at sunset', () => {
    const isHoliday = countryHolidays({ country: 'TR' }, ['public']);
    expect(
      ['19', '20', '21', '22', '23'].filter(day => isHoliday(`2026-03-${day}`)),
    ).toEqual(['20', '21', '22']);
  });

  it('include the days off in place of those on a Sunday', () => {
    expect(countryHolidays({ country: 'GB' }, ['public'])('2026-12-28')).toBe(
      true,
    );
  });

  it.each([
    ['de', 'DE'],
    ['UK', 'GB'],
    ['Germany', 'DE'],
    ['deutschland', 'DE'],
    ['XX', undefined],
    ['Atlantis', undefined],
    ['', undefined],
  ])('of %j are those of %s', (text, code) => {
    expect(meantCountry(text)).toBe(code);
  });

  it('are known of many countries, states and regions, by their codes', () => {
    expect(knownCountries()).toEqual(
      expect.arrayContaining(['AT', 'DE', 'FR', 'JP', 'US']),
    );
    expect(knownStates('CH')).toContain('ZH');
    expect(knownRegions('DE', 'BY')).toEqual(['A', 'EVANG', 'KATH']);
    expect(knownStates('XX')).toEqual([]);
    expect(knownRegions('XX', 'YY')).toEqual([]);
  });
});
