import {
  reportGroupsQuerySchema,
  reportGroupsSchema,
  reportQuerySchema,
  reportSummarySchema,
  reportTrendQuerySchema,
  reportTrendSchema,
} from '@portaldesk/plugin-tickets-common';
import { found } from './answers';
import { endpoint } from './endpoint';

/** What happened to many tickets. */
export const reportRoutes = [
  endpoint({
    method: 'get',
    path: '/reports/summary',
    operationId: 'getReportSummary',
    summary: 'What happened in a period to the tickets the caller may read',
    description:
      'Created and ended tickets, the backlog, how long a first response and a resolution took, deadlines, ratings.',
    tag: 'Reports',
    query: reportQuerySchema,
    dear: { lane: 'reports' },
    answer: found(reportSummarySchema, 'The figures of the period.'),
    handle: ({ desk, caller, query }) => desk.reportSummary(caller, query),
  }),

  endpoint({
    method: 'get',
    path: '/reports/groups',
    operationId: 'getReportGroups',
    summary: 'The figures of a period by team, category, asset and the like',
    description: 'The fifty busiest groups, and all others together.',
    tag: 'Reports',
    query: reportGroupsQuerySchema,
    dear: { lane: 'reports' },
    answer: found(reportGroupsSchema, 'The figures of each group.'),
    handle: ({ desk, caller, query }) => desk.reportGroups(caller, query),
  }),

  endpoint({
    method: 'get',
    path: '/reports/trend',
    operationId: 'getReportTrend',
    summary: 'The figures of the days, weeks or months of a period',
    tag: 'Reports',
    query: reportTrendQuerySchema,
    dear: { lane: 'reports' },
    answer: found(reportTrendSchema, 'The figures, in the order of time.'),
    handle: ({ desk, caller, query }) => desk.reportTrend(caller, query),
  }),
];
