import type {
  ReportInterval,
  ReportQuery,
} from '@portaldesk/plugin-tickets-common';
import { DateTime } from 'luxon';

/** The periods to choose from; `custom` is from one day to another. */
export const PERIODS = ['30d', '90d', '12m', 'custom'] as const;

/** One of {@link PERIODS}. */
export type PeriodId = (typeof PERIODS)[number];

/** A period as a person chose it. */
export interface ChosenPeriod {
  id: PeriodId;
  /** Its first day, such as `2026-01-31`. */
  from: string;
  /** Its last day. */
  to: string;
}

const DEFAULT_PERIOD = '90d';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** More days than that are shown by the week, more weeks by the month. */
const MOST_DAYS = 45;
const MOST_WEEKS = 30;

/** The desk reports on at most so many years. */
const MOST_YEARS = 5;

/**
 * The period that an address names; the last 90 days where it names none, or
 * one that no report can have.
 *
 * @param now - in the reader's time zone
 */
export function readPeriod(
  params: URLSearchParams,
  now: DateTime,
): ChosenPeriod {
  const asked = params.get('period');
  const id = PERIODS.find(known => known === asked) ?? DEFAULT_PERIOD;
  const [from, to] = [params.get('from'), params.get('to')];
  if (id === 'custom') {
    return from && to && isReportable(from, to)
      ? { id, from, to }
      : lastDays(DEFAULT_PERIOD, now);
  }
  return lastDays(id, now);
}

/** Whether a report can be on the days from one to the other. */
export function isReportable(from: string, to: string): boolean {
  const [first, last] = [from, to].map(day =>
    DAY.test(day) ? DateTime.fromISO(day) : DateTime.invalid('no day'),
  );
  return (
    first.isValid &&
    last.isValid &&
    first <= last &&
    last.plus({ days: 1 }) <= first.plus({ years: MOST_YEARS })
  );
}

function lastDays(
  id: Exclude<PeriodId, 'custom'>,
  now: DateTime,
): ChosenPeriod {
  const first = {
    '30d': now.minus({ days: 29 }),
    '90d': now.minus({ days: 89 }),
    '12m': now.minus({ months: 11 }).startOf('month'),
  }[id];
  return { id, from: first.toISODate() ?? '', to: now.toISODate() ?? '' };
}

/** The part of a report's query that says when. */
export function periodQuery(
  period: ChosenPeriod,
  timeZone: string,
): Pick<ReportQuery, 'from' | 'to' | 'timeZone'> {
  const after = DateTime.fromISO(period.to).plus({ days: 1 });
  return { from: period.from, to: after.toISODate() ?? '', timeZone };
}

/** What the trend of a period is made of, so that it can be read. */
export function intervalOf({ from, to }: ChosenPeriod): ReportInterval {
  const days = DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days;
  if (days < MOST_DAYS) {
    return 'day';
  }
  return days < MOST_WEEKS * 7 ? 'week' : 'month';
}
