import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { ticketsTranslationRef, useLocale } from '../../../i18n';

/** How people read values of a form that are no texts. */
export function useValueWords() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  return useMemo(() => {
    // what is no date is shown as it is
    const say = (text: string, style: Intl.DateTimeFormatOptions) => {
      const date = DateTime.fromISO(text).setLocale(locale);
      return date.isValid ? date.toLocaleString(style) : text;
    };
    return {
      yes: t('filters.flag.true'),
      no: t('filters.flag.false'),
      day: (date: string) => say(date, DateTime.DATE_MED),
      instant: (date: string) => say(date, DateTime.DATETIME_MED),
    };
  }, [t, locale]);
}
