import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  RatingFigures,
  TargetFigures,
} from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { ticketsTranslationRef, useLocale } from '../../i18n';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Says figures in the reader's language; what is not known is a dash. */
export function useFigureTexts() {
  const locale = useLocale();
  const { t } = useTranslationRef(ticketsTranslationRef);
  return useMemo(() => {
    const unit = (value: number, name: string, digits = 0) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        maximumFractionDigits: digits,
      }).format(value);
    const missing = t('reports.missing');

    const duration = (minutes: number | null) => {
      if (minutes === null) {
        return missing;
      }
      if (minutes < HOUR) {
        return unit(minutes, 'minute');
      }
      return minutes < 2 * DAY
        ? unit(minutes / HOUR, 'hour', minutes < 10 * HOUR ? 1 : 0)
        : unit(minutes / DAY, 'day', minutes < 10 * DAY ? 1 : 0);
    };
    return {
      missing,
      duration,
      count: (value: number) => new Intl.NumberFormat(locale).format(value),
      /** The share of deadlines that were met. */
      share: (target: TargetFigures) => {
        const share = hitRate(target);
        return share === null
          ? missing
          : new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
      },
      rating: ({ average }: RatingFigures) =>
        average === null
          ? missing
          : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(
              average,
            ),
    };
  }, [locale, t]);
}

/** Of the deadlines that are decided, how many were met: 0 to 1; null without any. */
export function hitRate({ met, missed }: TargetFigures): number | null {
  return met + missed === 0 ? null : met / (met + missed);
}
