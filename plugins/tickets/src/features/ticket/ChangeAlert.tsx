import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { fieldErrorsOf, isStale, messageOf } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Alert } from '../../ui';

/** Why a change did not happen, and what to do about it. */
export function ChangeAlert(props: { error: Error | null }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { error } = props;
  if (!error) {
    return null;
  }
  if (isStale(error)) {
    return <Alert status="warning">{t('ticket.stale')}</Alert>;
  }
  const [fieldError] = Object.values(fieldErrorsOf(error));
  return (
    <Alert status="danger">
      {t('ticket.refused', { reason: fieldError ?? messageOf(error) })}
    </Alert>
  );
}
