import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useRefusalText } from '../../components';
import { fieldErrorsOf, isStale } from '../../data';
import { ticketsTranslationRef, useIssueText } from '../../i18n';
import { Alert } from '../../ui';
import { StaleAlert, type StaleChoice } from './StaleAlert';

/** Why a change did not happen, and what to do about it. */
export function ChangeAlert(
  props: StaleChoice & {
    error: Error | null;
  },
) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const issueText = useIssueText();
  const { error, ...choice } = props;
  if (!error) {
    return null;
  }
  if (isStale(error)) {
    return <StaleAlert error={error} {...choice} />;
  }
  const [fieldError] = Object.values(fieldErrorsOf(error, issueText));
  return (
    <Alert status="danger">
      {t('ticket.refused', { reason: fieldError ?? refusalText(error) })}
    </Alert>
  );
}
