import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { isTransient } from '../data';
import { ticketsTranslationRef, useLocale } from '../i18n';
import { Alert } from '../ui';
import { asSentence, useRefusalText } from './useRefusalText';

/** Stands above what was loaded before and could not be refreshed. */
export function NotRefreshed(props: {
  query: {
    error: Error | null;
    /** Milliseconds since 1970. */
    dataUpdatedAt: number;
  };
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const refusalText = useRefusalText();
  const { error, dataUpdatedAt } = props.query;
  if (!error) {
    return null;
  }
  const time = DateTime.fromMillis(dataUpdatedAt)
    .setLocale(locale)
    .toLocaleString(DateTime.TIME_SIMPLE);
  return (
    <Alert status="warning">
      {isTransient(error)
        ? t('page.notRefreshed', { time })
        : t('page.refreshRefused', {
            time,
            reason: asSentence(refusalText(error)),
          })}
    </Alert>
  );
}
