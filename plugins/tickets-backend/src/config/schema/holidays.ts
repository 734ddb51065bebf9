import { DateTime } from 'luxon';
import { z } from 'zod';
import { holidayTypes } from '../holidays/countryHolidays';
import { list, oneOf, string } from './basics';

const DATE_REMEDY = 'use a date such as "2026-12-25"';

const date = string(DATE_REMEDY).refine(
  value => /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid,
  DATE_REMEDY,
);

const dates = z.array(date, 'use a list of dates').default([]);

/** Which days are free, as a list of dates or by a country. */
export const holidays = z
  .union(
    [
      dates,
      z.strictObject({
        country: string('use the code of a country, such as DE')
          .optional()
          .meta({
            description:
              'ISO code of a country whose holidays are free, in every year: one of those in [date-holidays](https://github.com/commenthol/date-holidays#supported-countries-states-regions), whose table also has the codes of states and regions. A holiday counts by its day at noon, so that afternoons off do not count: leave such days to `dates`, or to the working hours.',
            defaultText: 'only the dates count',
            example: 'DE',
          }),
        state: string('use the code of a state, such as BY').optional().meta({
          description:
            'Code of a state of the country that has holidays of its own.',
          defaultText: 'the holidays of the whole country',
          example: 'BY',
        }),
        region: string('use the code of a region').optional().meta({
          description:
            'Code of a region of the state that has holidays of its own.',
          defaultText: 'the holidays of the whole state',
          example: 'A',
        }),
        types: list(
          oneOf(holidayTypes),
          `use a list of ${holidayTypes.join(', ')}`,
        )
          .default(['public'])
          .meta({
            description: "Which kinds of the country's holidays are free.",
            defaultText: 'public',
            example: ['public', 'bank'],
          }),
        dates: dates.meta({
          description: 'Further dates on which nobody works.',
          defaultText: 'none',
          example: ['2026-12-24', '2026-12-31'],
        }),
        except: dates.meta({
          description:
            'Holidays of the country on which people work all the same.',
          defaultText: 'none',
          example: ['2026-10-03'],
        }),
      }),
    ],
    'use a list of dates, or an object with the keys country, state, region, types, dates and except',
  )
  .default([])
  .transform(given =>
    Array.isArray(given) ? { dates: given, except: [], types: [] } : given,
  );
