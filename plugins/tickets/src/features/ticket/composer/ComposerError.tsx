import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { asSentence, useRefusalText } from '../../../components';
import { fieldErrorsOf, isStale } from '../../../data';
import { ticketsTranslationRef, useIssueText } from '../../../i18n';
import { Alert } from '../../../ui';
import { StaleAlert } from '../StaleAlert';

/** Why a message was not sent. */
export function ComposerError(props: {
  error: Error | null;
  onRetry: () => void;
  onDismiss: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const issueText = useIssueText();
  const { error } = props;
  if (!error) {
    return null;
  }
  if (isStale(error)) {
    return (
      <StaleAlert
        error={error}
        retryLabel={t('stale.sendAnyway')}
        dismissLabel={t('stale.keepWriting')}
        onRetry={props.onRetry}
        onDismiss={props.onDismiss}
      />
    );
  }
  const [fieldError] = Object.values(fieldErrorsOf(error, issueText));
  const reason = fieldError ?? refusalText(error);
  return (
    <Alert status="danger">
      {t('composer.failed', { reason: asSentence(reason) })}
    </Alert>
  );
}
