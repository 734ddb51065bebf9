import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { useAbsences } from '../data';
import { ticketsTranslationRef, useLocale } from '../i18n';
import { Text } from '../ui';

/** Says until when a person is away; empty for people who are not. */
export function Away(props: { person: string | null }) {
  const textOf = useAwayText();
  const text = textOf(props.person);
  return text === undefined ? null : (
    <Text as="div" variant="body-x-small" color="secondary">
      {text}
    </Text>
  );
}

/** The same as text; undefined for those who are there. */
export function useAwayText(): (person: string | null) => string | undefined {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const absenceOf = useAbsences();
  return person => {
    const absence = absenceOf(person);
    if (!absence) {
      return undefined;
    }
    return absence.until === null
      ? t('away.open')
      : t('away.until', {
          date: DateTime.fromISO(absence.until)
            .setLocale(locale)
            .toLocaleString(DateTime.DATETIME_MED),
        });
  };
}
