import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ReportFigures,
  ReportGroups,
  ReportTrend,
} from '@portaldesk/plugin-tickets-common';
import { DateTime } from 'luxon';
import { ticketsTranslationRef, useLocale } from '../../i18n';
import { csvOf } from '../../lib/csv';
import { saveAs } from '../../lib/saveAs';
import { groupColumns } from './groupColumns';
import { useFigureTexts } from './useFigureTexts';

/**
 * Saves what a report shows as tables for spreadsheets: times in minutes, shares
 * from 0 to 1, so that they can be computed with.
 */
export function useReportCsv() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const columns = groupColumns(t, useFigureTexts());
  const cells = (figures: ReportFigures) =>
    columns.map(({ value }) => value(figures));
  const save = (
    name: string,
    first: string,
    rows: (string | number | null)[][],
  ) =>
    saveAs(
      name,
      new Blob(
        [
          csvOf(
            [[first, ...columns.map(({ title }) => title)], ...rows],
            locale,
          ),
        ],
        { type: 'text/csv;charset=utf-8' },
      ),
    );
  return {
    /** @param nameOf - what people call a group */
    saveGroups: (
      groups: ReportGroups,
      nameOf: (key: string | null) => string,
    ) =>
      save(
        `tickets-${groups.groupBy}.csv`,
        t(`reports.grouping.${groups.groupBy}`),
        [
          ...groups.items.map(({ key, figures }) => [
            nameOf(key),
            ...cells(figures),
          ]),
          ...(groups.rest ? [[t('reports.rest'), ...cells(groups.rest)]] : []),
        ],
      ),
    saveTrend: ({ items, timeZone }: ReportTrend) =>
      save(
        'tickets-trend.csv',
        t('reports.from'),
        items.map(({ from, figures }) => [
          DateTime.fromISO(from, { zone: timeZone }).toISODate(),
          ...cells(figures),
        ]),
      ),
  };
}
