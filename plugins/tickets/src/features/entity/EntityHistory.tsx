import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Loaded,
  NotRefreshed,
  PeriodPicker,
  ReportFigures,
  TopGroups,
  TrendCharts,
  usePeriod,
  useReportCsv,
  useTicketsCsv,
} from '../../components';
import { useReportGroups, useReportSummary, useReportTrend } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { intervalOf } from '../../lib/reportPeriod';
import { Button, DownloadIcon, Flex } from '../../ui';

/** How the tickets about an entity went in a period, for those who own it. */
export function EntityHistory(props: { asset: string }) {
  const { asset } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { period, query, change } = usePeriod();
  const about = { ...query, asset: [asset] };
  const interval = intervalOf(period);
  const summary = useReportSummary(about);
  const trend = useReportTrend({ ...about, interval });
  const categories = useReportGroups({ ...about, groupBy: 'category' });
  const { saveTrend } = useReportCsv();
  const tickets = useTicketsCsv({ asset: [asset] });
  return (
    <Flex direction="column" gap="4">
      <Flex justify="between" align="end" gap="2" style={{ flexWrap: 'wrap' }}>
        <PeriodPicker period={period} onChange={change} />
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          {trend.data && (
            <Button
              variant="secondary"
              iconStart={<DownloadIcon fontSize="small" />}
              onPress={() => saveTrend(trend.data)}
            >
              {t('reports.csvTrend')}
            </Button>
          )}
          <Button
            variant="secondary"
            iconStart={<DownloadIcon fontSize="small" />}
            isPending={tickets.isPending}
            onPress={tickets.save}
          >
            {t('reports.csvTickets')}
          </Button>
        </Flex>
      </Flex>
      <Loaded
        query={summary}
        loading={t('reports.loading')}
        failed={t('reports.failed')}
      >
        {({ figures }) => (
          <>
            <NotRefreshed query={summary} />
            <ReportFigures figures={figures} />
          </>
        )}
      </Loaded>
      <Loaded
        query={trend}
        loading={t('reports.loading')}
        failed={t('reports.failed')}
      >
        {data => <TrendCharts trend={data} interval={interval} />}
      </Loaded>
      <Loaded
        query={categories}
        loading={t('reports.loading')}
        failed={t('reports.failed')}
      >
        {groups => (
          <TopGroups title={t('entity.topCategories')} groups={groups} />
        )}
      </Loaded>
    </Flex>
  );
}
