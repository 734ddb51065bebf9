import {
  type ReportGroups,
  type ReportSummary,
  type ReportTrend,
  reportGroupsSchema,
  reportSummarySchema,
  reportTrendSchema,
} from '../../model';
import type {
  ReportGroupsQuery,
  ReportQuery,
  ReportTrendQuery,
} from '../../requests';
import { type Call, json } from '../Call';
import type { TicketsRequestOptions } from '../TicketsApi';

export const getReportSummary = (
  query: ReportQuery,
  options?: TicketsRequestOptions,
): Call<ReportSummary> => ({
  method: 'GET',
  path: 'reports/summary',
  query,
  options,
  read: json(reportSummarySchema),
});

export const getReportGroups = (
  query: ReportGroupsQuery,
  options?: TicketsRequestOptions,
): Call<ReportGroups> => ({
  method: 'GET',
  path: 'reports/groups',
  query,
  options,
  read: json(reportGroupsSchema),
});

export const getReportTrend = (
  query: ReportTrendQuery,
  options?: TicketsRequestOptions,
): Call<ReportTrend> => ({
  method: 'GET',
  path: 'reports/trend',
  query,
  options,
  read: json(reportTrendSchema),
});
