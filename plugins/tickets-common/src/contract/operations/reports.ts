import {
  type ReportGroups,
  type ReportSummary,
  type ReportTrend,
  reportGroupsSchema,
  reportSummarySchema,
  reportTrendSchema,
} from '../../model';
import {
  type ReportGroupsQuery,
  type ReportQuery,
  type ReportTrendQuery,
  reportGroupsQuerySchema,
  reportQuerySchema,
  reportTrendQuerySchema,
} from '../../requests';
import { query } from '../input';
import { operation } from '../operation';
import { found } from '../response';

/** Figures on many tickets. @public */
export const reportOperations = {
  /**
   * The figures of a period, on tickets that the caller may read.
   *
   * Created and ended tickets, the backlog, times to first response and
   * resolution, deadlines, ratings.
   */
  getReportSummary: operation({
    method: 'GET',
    path: '/reports/summary',
    input: query<ReportQuery>(reportQuerySchema),
    response: found<ReportSummary>(reportSummarySchema),
  }),

  /**
   * The figures of a period by team, category, asset and the like.
   *
   * The fifty busiest groups, and all others together.
   */
  getReportGroups: operation({
    method: 'GET',
    path: '/reports/groups',
    input: query<ReportGroupsQuery>(reportGroupsQuerySchema),
    response: found<ReportGroups>(reportGroupsSchema),
  }),

  /** The figures of the days, weeks or months of a period. */
  getReportTrend: operation({
    method: 'GET',
    path: '/reports/trend',
    input: query<ReportTrendQuery>(reportTrendQuerySchema),
    response: found<ReportTrend>(reportTrendSchema),
  }),
};
