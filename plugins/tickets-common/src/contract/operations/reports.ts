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

/** What happened to many tickets. @public */
export const reportOperations = {
  /**
   * What happened in a period to the tickets the caller may read.
   *
   * Created and ended tickets, the backlog, how long a first response and a
   * resolution took, deadlines, ratings.
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
