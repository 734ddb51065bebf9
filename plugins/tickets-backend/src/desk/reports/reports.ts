import {
  MAX_REPORT_GROUPS,
  MAX_REPORT_INTERVALS,
  MAX_REPORT_YEARS,
  type ReportGroups,
  type ReportGroupsQuery,
  type ReportQuery,
  type ReportSummary,
  type ReportTrend,
  type ReportTrendQuery,
} from '@portaldesk/plugin-tickets-common';
import {
  type Period,
  intervalsOf,
  isTooLong,
  instantOf,
} from '../../domain/reports/period';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { presentFigures, presentPeriod } from './presentFigures';

/**
 * What happened in a period.
 *
 * @throws InvalidRequestError at `query.to` when the period is empty or too
 *   long, as in all reports
 */
export async function getReportSummary(
  context: DeskContext,
  caller: Caller,
  { from, to, timeZone = 'UTC', ...where }: ReportQuery,
): Promise<ReportSummary> {
  const period = periodOf(from, to, timeZone);
  const scope = callersScope(context, caller);
  const { reports } = context.store;
  return {
    ...presentPeriod(period),
    figures: presentFigures(await reports.summarize({ scope, where }, period)),
  };
}

/** What happened in a period, by what the tickets have. */
export async function getReportGroups(
  context: DeskContext,
  caller: Caller,
  { from, to, timeZone = 'UTC', groupBy, ...where }: ReportGroupsQuery,
): Promise<ReportGroups> {
  const period = periodOf(from, to, timeZone);
  const scope = callersScope(context, caller);
  const { groups, rest } = await context.store.reports.group(
    { scope, where },
    period,
    groupBy,
    MAX_REPORT_GROUPS,
  );
  return {
    ...presentPeriod(period),
    groupBy,
    items: groups.map(({ key, figures }) => ({
      key,
      figures: presentFigures(figures),
    })),
    ...(rest && { rest: presentFigures(rest) }),
  };
}

/**
 * What happened in the days, weeks or months of a period.
 *
 * @throws InvalidRequestError at `query.interval` when there are too many
 */
export async function getReportTrend(
  context: DeskContext,
  caller: Caller,
  { from, to, timeZone = 'UTC', interval, ...where }: ReportTrendQuery,
): Promise<ReportTrend> {
  const period = periodOf(from, to, timeZone);
  const max = MAX_REPORT_INTERVALS;
  const intervals = intervalsOf(period, interval, timeZone, max);
  if (!intervals) {
    throw new InvalidRequestError([
      issueAt(
        'query.interval',
        `the period has more than ${max} intervals of this length`,
        'too-many',
        { maximum: max },
      ),
    ]);
  }
  const scope = callersScope(context, caller);
  const found = await context.store.reports.trend({ scope, where }, intervals);
  return {
    timeZone,
    items: found.map((figures, index) => ({
      ...presentPeriod(intervals[index]),
      figures: presentFigures(figures),
    })),
  };
}

function periodOf(from: string, to: string, timeZone: string): Period {
  const period = {
    from: instantOf(from, timeZone),
    to: instantOf(to, timeZone),
  };
  if (period.from >= period.to) {
    throw new InvalidRequestError([
      issueAt(
        'query.to',
        'a period must end after it begins',
        'ends-too-early',
      ),
    ]);
  }
  if (isTooLong(period)) {
    throw new InvalidRequestError([
      issueAt(
        'query.to',
        `a period can have at most ${MAX_REPORT_YEARS} years`,
        'period-too-long',
        { maximum: MAX_REPORT_YEARS },
      ),
    ]);
  }
  return period;
}
