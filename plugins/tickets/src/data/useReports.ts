import { useApi } from '@backstage/core-plugin-api';
import type {
  ReportGroupsQuery,
  ReportQuery,
  ReportTrendQuery,
} from '@portaldesk/plugin-tickets-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/** Figures on many tickets cost the desk more than a list, and change slowly. */
const FRESH_FOR = 60_000;

const kept = { staleTime: FRESH_FOR, placeholderData: keepPreviousData };

/** The figures of a period. */
export function useReportSummary(query: ReportQuery) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.reportSummary(query),
    queryFn: ({ signal }) => ticketsApi.getReportSummary(query, { signal }),
    ...kept,
  });
}

/** The figures of the days, weeks or months of a period. */
export function useReportTrend(query: ReportTrendQuery) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.reportTrend(query),
    queryFn: ({ signal }) => ticketsApi.getReportTrend(query, { signal }),
    ...kept,
  });
}

/** The figures of a period by what its tickets have. */
export function useReportGroups(query: ReportGroupsQuery) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.reportGroups(query),
    queryFn: ({ signal }) => ticketsApi.getReportGroups(query, { signal }),
    ...kept,
  });
}
