import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReportFigures as Figures } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { FigureList } from '../FigureList';
import { hitRate, useFigureTexts } from './useFigureTexts';

/** The figures of a period side by side; those on deadlines only where there are any. */
export function ReportFigures(props: { figures: Figures }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const text = useFigureTexts();
  const { figures } = props;
  const { firstResponse, resolution, rating } = figures;
  const within = (minutes: number | null) =>
    minutes === null
      ? undefined
      : t('reports.within', { duration: text.duration(minutes) });
  const onTime = hitRate(figures.resolutionTarget) !== null;
  const answeredOnTime = hitRate(figures.responseTarget) !== null;
  return (
    <FigureList
      figures={[
        {
          id: 'created',
          title: t('reports.created'),
          value: text.count(figures.created),
        },
        {
          id: 'ended',
          title: t('reports.ended'),
          value: text.count(figures.ended),
          note:
            figures.reopened > 0
              ? t('reports.reopened', { count: figures.reopened })
              : undefined,
        },
        {
          id: 'backlog',
          title: t('reports.backlog'),
          value: text.count(figures.backlog),
        },
        {
          id: 'firstResponse',
          title: t('reports.firstResponse'),
          value: text.duration(firstResponse.medianMinutes),
          note: within(firstResponse.p90Minutes),
        },
        {
          id: 'resolution',
          title: t('reports.resolution'),
          value: text.duration(resolution.medianMinutes),
          note: within(resolution.p90Minutes),
        },
        ...(onTime || answeredOnTime
          ? [
              {
                id: 'sla',
                title: t('reports.onTime'),
                value: text.share(figures.resolutionTarget),
                note: t('reports.answeredOnTime', {
                  share: text.share(figures.responseTarget),
                }),
              },
            ]
          : []),
        {
          id: 'rating',
          title: t('reports.rating'),
          value: text.rating(rating),
          note: t('reports.ratings', { count: rating.count }),
        },
      ]}
    />
  );
}
