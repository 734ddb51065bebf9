import {
  reportQuerySchema,
  type ReportQuery,
} from '@portaldesk/plugin-tickets-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a report can be narrowed to on the screen. */
export type ReportFilter = Pick<ReportQuery, 'team' | 'category' | 'priority'>;

const NAMES = ['team', 'category', 'priority'] as const;

/** The filters of a report, which stand in the address; what no desk can have is left out. */
export function useReportFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo<ReportFilter>(
    () =>
      Object.fromEntries(
        NAMES.flatMap(name => {
          const values = params
            .getAll(name)
            .filter(
              value => reportQuerySchema.shape[name].safeParse([value]).success,
            );
          return values.length > 0 ? [[name, values]] : [];
        }),
      ),
    [params],
  );
  const change = useCallback(
    (part: ReportFilter) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [name, values = []] of Object.entries(part)) {
            next.delete(name);
            values.forEach(value => next.append(name, value));
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { filter, change };
}
