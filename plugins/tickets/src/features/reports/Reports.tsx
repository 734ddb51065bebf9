import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReportQuery } from '@portaldesk/plugin-tickets-common';
import {
  Loaded,
  NotRefreshed,
  PeriodPicker,
  ReportFigures,
  TrendCharts,
  usePeriod,
} from '../../components';
import {
  statusCodeOf,
  useDesk,
  useReportSummary,
  useReportTrend,
} from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { intervalOf } from '../../lib/reportPeriod';
import { Container, Empty, Flex, makeStyles, Panel } from '../../ui';
import { Groups } from './Groups';
import { ReportFilters } from './ReportFilters';
import { useReportFilter } from './useReportFilter';

const useStyles = makeStyles(
  {
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: 'var(--bui-space-3)',
    },
  },
  { name: 'PortaldeskReports' },
);

/** How the work on tickets went, for those who work on them. */
export function Reports() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Container>
      <Loaded
        query={useDesk()}
        loading={t('reports.loading')}
        failed={t('page.deskFailed')}
      >
        {({ caller }) =>
          caller.agent || caller.admin ? (
            <ReportsOfPeriod />
          ) : (
            <Empty
              title={t('reports.forbidden.title')}
              text={t('reports.forbidden.text')}
            />
          )
        }
      </Loaded>
    </Container>
  );
}

function ReportsOfPeriod() {
  const classes = useStyles();
  const { period, query, change } = usePeriod();
  const filter = useReportFilter();
  return (
    <Flex direction="column" gap="4">
      <div className={classes.controls}>
        <PeriodPicker period={period} onChange={change} />
        <ReportFilters filter={filter.filter} onChange={filter.change} />
      </div>
      <Figures
        query={{ ...query, ...filter.filter }}
        interval={intervalOf(period)}
      />
    </Flex>
  );
}

function Figures(props: {
  query: ReportQuery;
  interval: ReturnType<typeof intervalOf>;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { query, interval } = props;
  const summary = useReportSummary(query);
  if (statusCodeOf(summary.error) === 403) {
    return (
      <Empty
        title={t('reports.refused.title')}
        text={t('reports.refused.text')}
      />
    );
  }
  return (
    <Loaded
      query={summary}
      loading={t('reports.loading')}
      failed={t('reports.failed')}
    >
      {({ figures }) =>
        figures.created + figures.ended + figures.backlog === 0 ? (
          <Empty
            title={t('reports.empty.title')}
            text={t('reports.empty.text')}
          />
        ) : (
          <>
            <NotRefreshed query={summary} />
            <ReportFigures figures={figures} />
            <Trend query={query} interval={interval} />
            <Groups query={query} />
          </>
        )
      }
    </Loaded>
  );
}

function Trend(props: {
  query: ReportQuery;
  interval: ReturnType<typeof intervalOf>;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { query, interval } = props;
  return (
    <Panel title={t('reports.trend')}>
      <Loaded
        query={useReportTrend({ ...query, interval })}
        loading={t('reports.loading')}
        failed={t('reports.failed')}
      >
        {trend => <TrendCharts trend={trend} interval={interval} />}
      </Loaded>
    </Panel>
  );
}
