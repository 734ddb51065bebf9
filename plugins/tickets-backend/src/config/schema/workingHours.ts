import { z } from 'zod';
import { string } from './basics';

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

export const hours = z
  .strictObject(
    {
      monday: spans.meta({
        description:
          'Spans of the day, until 24:00 at most; the rest of a night stands under the next day.',
        example: ['09:00-12:30', '13:30-18:00'],
      }),
      tuesday: spans.meta({
        description: 'As for Monday.',
        example: ['09:00-17:30'],
      }),
      wednesday: spans.meta({
        description: 'As for Monday.',
        example: ['09:00-17:30'],
      }),
      thursday: spans.meta({
        description: 'As for Monday.',
        example: ['09:00-17:30'],
      }),
      friday: spans.meta({
        description: 'As for Monday.',
        example: ['09:00-15:00'],
      }),
      saturday: spans.meta({
        description: 'As for Monday.',
        example: ['10:00-14:00'],
      }),
      sunday: spans.meta({
        description: 'As for Monday.',
        example: ['10:00-14:00'],
      }),
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
