import { z } from 'zod';
import { id, items, timeZone } from './basics';
import { holidays } from './holidays';
import { hours } from './workingHours';

const calendar = z.strictObject(
  {
    id: id.meta({
      description: 'Lower-case letters, digits and dashes.',
      example: 'office',
    }),
    timeZone: timeZone.meta({
      description: 'IANA time zone of the hours and holidays.',
      example: 'Europe/Berlin',
    }),
    hours: hours.meta({
      description:
        'The working hours of each day of the week; a day that is left out is free.',
      example: {
        monday: ['09:00-12:30', '13:30-18:00'],
        friday: ['09:00-15:00'],
      },
    }),
    holidays: holidays.meta({
      description:
        'Days on which nobody works: a list of dates, or the holidays of a country with dates of your own.',
      defaultText: 'none',
      example: ['2026-12-25', '2026-12-26'],
    }),
  },
  'use an object with the keys id, timeZone and hours',
);

export const calendars = items(calendar, 'calendars').meta({
  description: 'When people work: SLA policies count time by these calendars.',
  defaultText: 'no calendars',
  example: [
    {
      id: 'office',
      timeZone: 'Europe/Berlin',
      hours: {
        monday: ['09:00-12:30', '13:30-18:00'],
        friday: ['09:00-15:00'],
      },
      holidays: { country: 'DE', state: 'BY', dates: ['2026-12-24'] },
    },
  ],
});
