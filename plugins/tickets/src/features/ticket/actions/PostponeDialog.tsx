import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { ticketsTranslationRef } from '../../../i18n';
import { DateTimeField, FormDialog, Text } from '../../../ui';

const FORMAT = "yyyy-MM-dd'T'HH:mm";

function tomorrowMorning(): string {
  return DateTime.local()
    .plus({ days: 1 })
    .set({ hour: 9, minute: 0 })
    .toFormat(FORMAT);
}

/** Asks for the time at which a postponed ticket comes back. */
export function PostponeDialog(props: {
  onClose: () => void;
  /** @param until - ISO 8601 in UTC */
  onPostpone: (until: string) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [chosen, setChosen] = useState(tomorrowMorning);
  const [tooEarly, setTooEarly] = useState(false);

  const postpone = () => {
    const until = new Date(chosen);
    if (until.getTime() > Date.now()) {
      props.onPostpone(until.toISOString());
    } else {
      setTooEarly(true);
    }
  };

  return (
    <FormDialog
      title={t('postpone.title')}
      submitLabel={t('postpone.confirm')}
      cancelLabel={t('handOver.cancel')}
      onSubmit={postpone}
      onClose={props.onClose}
    >
      <Text>{t('postpone.text')}</Text>
      <DateTimeField
        id="postpone-until"
        label={t('postpone.until')}
        error={tooEarly ? t('postpone.past') : undefined}
        value={chosen}
        onChange={value => {
          setChosen(value);
          setTooEarly(false);
        }}
      />
    </FormDialog>
  );
}
