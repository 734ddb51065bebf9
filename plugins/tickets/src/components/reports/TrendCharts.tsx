import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ReportInterval,
  ReportTrend,
} from '@portaldesk/plugin-tickets-common';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { ticketsTranslationRef, useLocale } from '../../i18n';
import { Chart, type ChartData, makeStyles } from '../../ui';
import { useFigureTexts } from './useFigureTexts';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(22rem, 100%), 1fr))',
      gap: 'var(--bui-space-6)',
    },
  },
  { name: 'PortaldeskTrendCharts' },
);

/** What happened from day to day, week to week or month to month. */
export function TrendCharts(props: {
  trend: ReportTrend;
  interval: ReportInterval;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { missing } = useFigureTexts();
  const charts = useTrendCharts(props.trend, props.interval);
  return (
    <div className={classes.root}>
      {charts.map(({ id, title, data }) => (
        <Chart
          key={id}
          title={title}
          tableLabel={t('reports.asTable')}
          pointTitle={t(`reports.interval.${props.interval}`)}
          missing={missing}
          data={data}
        />
      ))}
    </div>
  );
}

function useTrendCharts(trend: ReportTrend, interval: ReportInterval) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const { count, duration } = useFigureTexts();
  return useMemo(() => {
    const pointsOf = (
      values: (
        figures: ReportTrend['items'][number]['figures'],
      ) => ChartData['points'][number]['values'],
    ) =>
      trend.items.map(({ from, figures }) => ({
        id: from,
        title: pointTitle(from, trend.timeZone, interval, locale),
        values: values(figures),
      }));
    const charts: { id: string; title: string; data: ChartData }[] = [
      {
        id: 'movements',
        title: t('reports.chart.movements'),
        data: {
          valueText: count,
          series: [
            {
              id: 'created',
              title: t('reports.created'),
              shape: 'bar',
              color: 'info',
            },
            {
              id: 'ended',
              title: t('reports.ended'),
              shape: 'bar',
              color: 'success',
            },
          ],
          points: pointsOf(({ created, ended }) => ({ created, ended })),
        },
      },
      {
        id: 'backlog',
        title: t('reports.chart.backlog'),
        data: {
          valueText: count,
          series: [
            {
              id: 'backlog',
              title: t('reports.backlog'),
              shape: 'area',
              color: 'warning',
            },
          ],
          points: pointsOf(({ backlog }) => ({ backlog })),
        },
      },
      {
        id: 'times',
        title: t('reports.chart.times'),
        data: {
          valueText: duration,
          series: [
            {
              id: 'firstResponse',
              title: t('reports.firstResponse'),
              shape: 'line',
              color: 'info',
            },
            {
              id: 'resolution',
              title: t('reports.resolution'),
              shape: 'line',
              color: 'success',
            },
          ],
          points: pointsOf(({ firstResponse, resolution }) => ({
            firstResponse: firstResponse.medianMinutes,
            resolution: resolution.medianMinutes,
          })),
        },
      },
    ];
    return charts;
  }, [trend, interval, locale, t, count, duration]);
}

/** A day, the first day of a week, or a month. */
function pointTitle(
  from: string,
  zone: string,
  interval: ReportInterval,
  locale: string,
): string {
  return DateTime.fromISO(from, { zone })
    .setLocale(locale)
    .toLocaleString(
      interval === 'month'
        ? { month: 'short', year: '2-digit' }
        : { day: 'numeric', month: 'short' },
    );
}
