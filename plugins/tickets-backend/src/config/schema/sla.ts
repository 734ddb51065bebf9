import { DateTime } from 'luxon';
import { z } from 'zod';
import { holidayTypes } from '../holidays/countryHolidays';
import {
  calendarId,
  group,
  id,
  list,
  namesSomething,
  oneOf,
  person,
  priorityId,
  string,
  timeZone,
  title,
} from './basics';
import { duration } from './quantities';

const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const SPAN_REMEDY =
  'use spans such as "09:00-17:30", at most until 24:00; what is left of a night is a span of the next day';

/** Minutes of a day. */
const span = string(SPAN_REMEDY).transform((value, context) => {
  const parts = /^([0-2]\d):([0-5]\d)\s*[-–]\s*([0-2]\d):([0-5]\d)$/.exec(
    value.trim(),
  );
  const [hour, minute, endHour, endMinute] = (parts ?? []).slice(1).map(Number);
  const from = hour * 60 + minute;
  const to = endHour * 60 + endMinute;
  if (!parts || from >= to || to > 24 * 60) {
    context.addIssue({ code: 'custom', message: SPAN_REMEDY });
    return z.NEVER;
  }
  return { from, to };
});

type Spans = { from: number; to: number }[];

const spans = z
  .array(span, 'use a list of spans such as ["09:00-17:30"]')
  .transform(given => [...given].sort((a, b) => a.from - b.from))
  .refine(
    (sorted: Spans) =>
      sorted.every(
        ({ from }, index) => index === 0 || sorted[index - 1].to <= from,
      ),
    'write spans that do not overlap',
  )
  .optional();

const hours = z
  .strictObject(
    {
      monday: spans,
      tuesday: spans,
      wednesday: spans,
      thursday: spans,
      friday: spans,
      saturday: spans,
      sunday: spans,
    },
    'use an object with a key for each working day, such as monday',
  )
  .refine(
    week => Object.values(week).some(day => day && day.length > 0),
    'add at least one span, such as monday: ["09:00-17:30"]',
  )
  // ISO weekdays: 1 is Monday
  .transform((week): Record<number, Spans> =>
    Object.fromEntries(DAYS.map((day, index) => [index + 1, week[day] ?? []])),
  );

const DATE_REMEDY = 'use a date such as "2026-12-25"';
const date = string(DATE_REMEDY).refine(
  value => /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid,
  DATE_REMEDY,
);

const dates = z.array(date, 'use a list of dates').default([]);

/** Which days are free, as a list of dates or by a country. */
const holidays = z
  .union(
    [
      dates,
      z.strictObject({
        country: string('use the code of a country, such as DE').optional(),
        state: string('use the code of a state, such as BY').optional(),
        region: string('use the code of a region').optional(),
        types: list(
          oneOf(holidayTypes),
          `use a list of ${holidayTypes.join(', ')}`,
        ).default(['public']),
        dates,
        except: dates,
      }),
    ],
    'use a list of dates, or an object with the keys country, state, region, types, dates and except',
  )
  .default([])
  .transform(given =>
    Array.isArray(given) ? { dates: given, except: [], types: [] } : given,
  );

export const calendar = z.strictObject(
  {
    id,
    timeZone,
    hours,
    holidays,
  },
  'use an object with the keys id, timeZone and hours',
);

const targets = z
  .strictObject(
    {
      response: duration.optional(),
      resolution: duration.optional(),
      inactivity: duration.optional(),
    },
    'use an object with the keys response, resolution and inactivity',
  )
  .refine(
    namesSomething,
    'add at least one of response, resolution and inactivity',
  );

const escalate = z
  .strictObject(
    {
      notify: z
        .array(person, 'use a list of references of users and groups')
        .optional(),
      priority: priorityId.optional(),
      team: group.optional(),
    },
    'use an object with the keys notify, priority and team',
  )
  .refine(namesSomething, 'add at least one of notify, priority and team')
  .optional();

export const slaPolicy = z.strictObject(
  {
    id,
    title,
    calendar: calendarId.optional(),
    targets: z
      .record(
        z.string(),
        targets,
        'use an object with a key for each priority, by its id',
      )
      .default({}),
    default: targets.optional(),
    warnBefore: duration.optional(),
    escalate,
  },
  'use an object with the keys id, title, and targets or default',
);
