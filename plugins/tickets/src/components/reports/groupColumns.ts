import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import type { ReportFigures } from '@portaldesk/plugin-tickets-common';
import type { ticketsMessages } from '../../i18n';
import { hitRate, type useFigureTexts } from './useFigureTexts';

/** A figure of a group: how it is called, said, and what it is sorted by. */
export interface GroupColumn {
  id: string;
  title: string;
  text: (figures: ReportFigures) => string;
  value: (figures: ReportFigures) => number | null;
}

/** The figures of a group that tables show and files hold. */
export function groupColumns(
  t: TranslationFunction<typeof ticketsMessages>,
  texts: ReturnType<typeof useFigureTexts>,
): GroupColumn[] {
  const counted = (id: 'created' | 'ended' | 'backlog'): GroupColumn => ({
    id,
    title: t(`reports.${id}`),
    text: figures => texts.count(figures[id]),
    value: figures => figures[id],
  });
  const timed = (
    name: 'firstResponse' | 'resolution',
    part: 'medianMinutes' | 'p90Minutes',
  ): GroupColumn => ({
    id: `${name}.${part}`,
    title: t(`reports.column.${name}.${part}`),
    text: figures => texts.duration(figures[name][part]),
    value: figures => figures[name][part],
  });
  return [
    counted('created'),
    counted('ended'),
    counted('backlog'),
    timed('firstResponse', 'medianMinutes'),
    timed('resolution', 'medianMinutes'),
    timed('resolution', 'p90Minutes'),
    {
      id: 'onTime',
      title: t('reports.onTime'),
      text: figures => texts.share(figures.resolutionTarget),
      value: figures => hitRate(figures.resolutionTarget),
    },
    {
      id: 'rating',
      title: t('reports.rating'),
      text: figures => texts.rating(figures.rating),
      value: figures => figures.rating.average,
    },
  ];
}
