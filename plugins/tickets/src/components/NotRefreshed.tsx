import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { ticketsTranslationRef, useLocale } from '../i18n';
import { Alert } from '../ui';

/** Stands above what was loaded before and could not be refreshed. */
export function NotRefreshed(props: {
  query: {
    isError: boolean;
    /** Milliseconds since 1970. */
    dataUpdatedAt: number;
  };
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  if (!props.query.isError) {
    return null;
  }
  const time = DateTime.fromMillis(props.query.dataUpdatedAt)
    .setLocale(locale)
    .toLocaleString(DateTime.TIME_SIMPLE);
  return <Alert status="warning">{t('page.notRefreshed', { time })}</Alert>;
}
