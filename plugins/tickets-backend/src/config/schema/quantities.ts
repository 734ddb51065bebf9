import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import {
  type HumanDuration,
  type JsonObject,
  durationToMilliseconds,
} from '@backstage/types';
import { z } from 'zod';

const MINUTE = 60_000;
const LONGEST_KEEPING = durationToMilliseconds({ minutes: 5 });
const CENTURY = durationToMilliseconds({ years: 100 });

const DURATION_REMEDY =
  'use a duration such as { hours: 4 }, "30 minutes" or "P14D"';

const amount = z.number(DURATION_REMEDY).optional();

/** How long something takes or lasts. */
export interface Duration {
  readonly milliseconds: number;
  /** Whether it was written in days, weeks, months or years. */
  readonly inDays: boolean;
}

/** A duration in the forms that Backstage takes. */
const anyDuration = z
  .union(
    [
      z.string(),
      z.strictObject(
        {
          years: amount,
          months: amount,
          weeks: amount,
          days: amount,
          hours: amount,
          minutes: amount,
          seconds: amount,
          milliseconds: amount,
        },
        DURATION_REMEDY,
      ),
    ],
    DURATION_REMEDY,
  )
  .transform((value, context): Duration => {
    try {
      const milliseconds = durationToMilliseconds(readDuration(value));
      return { milliseconds, inDays: isInDays(value) };
    } catch {
      context.addIssue({ code: 'custom', message: DURATION_REMEDY });
      return z.NEVER;
    }
  });

/** How long something takes or lasts; at least a minute. */
export const duration = anyDuration
  .refine(({ milliseconds }) => milliseconds >= MINUTE, {
    error: 'use at least one minute',
    abort: true,
  })
  .refine(
    ({ milliseconds }) => milliseconds <= CENTURY,
    'use at most 100 years',
  )
  .meta({ valueText: 'duration' });

/** How long an answer may be used again, in milliseconds; 0: not at all. */
export const keepingTime = anyDuration
  .refine(
    ({ milliseconds }) => milliseconds >= 0 && milliseconds <= LONGEST_KEEPING,
    'use { seconds: 0 } to keep nothing, or at most 5 minutes',
  )
  .transform(({ milliseconds }) => milliseconds)
  .meta({ valueText: 'duration' });

function readDuration(value: string | HumanDuration): HumanDuration {
  const config: JsonObject = { duration: value as JsonObject | string };
  return readDurationFromConfig(new ConfigReader(config), { key: 'duration' });
}

function isInDays(value: string | HumanDuration): boolean {
  if (typeof value !== 'string') {
    const { years, months, weeks, days } = value;
    return Boolean(years || months || weeks || days);
  }
  return value.trim().startsWith('P')
    ? /^P[^T]*\d/.test(value.trim())
    : /\d\s*(y|mo|w|d)/i.test(value);
}

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1_000,
  KB: 1_000,
  MB: 1_000_000,
  GB: 1_000_000_000,
  KiB: 1_024,
  MiB: 1_048_576,
  GiB: 1_073_741_824,
};

const SIZE_REMEDY =
  'use a number of bytes, or text such as 25MB or 10MiB, below 1000GB';

/** A size as bytes or with a unit; bytes come of it. */
export const size = z
  .union(
    [z.number().int(SIZE_REMEDY).positive(SIZE_REMEDY), z.string()],
    SIZE_REMEDY,
  )
  .transform((value, context) => {
    const bytes = typeof value === 'number' ? value : bytesOf(value);
    if (!Number.isSafeInteger(bytes) || bytes < 1 || bytes >= 1e12) {
      context.addIssue({ code: 'custom', message: SIZE_REMEDY });
      return z.NEVER;
    }
    return bytes;
  })
  .meta({ valueText: 'size' });

function bytesOf(value: string): number {
  const [, digits, unit = 'B'] =
    /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)?\s*$/.exec(value) ?? [];
  return Object.hasOwn(UNITS, unit)
    ? Math.floor(Number(digits) * UNITS[unit])
    : NaN;
}
