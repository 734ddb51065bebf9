import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketView } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef, useIssueText } from '../../i18n';
import { Alert, Button } from '../../ui';

/** What is wrong with the saved views, or with the one that is open. */
export function SavedViewNotice(props: {
  isMissing: boolean;
  hasFailed: boolean;
  onRetry: () => void;
  view: TicketView | undefined;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const issueText = useIssueText();
  const issues = props.view?.issues ?? [];
  if (props.hasFailed) {
    return (
      <Alert
        status="warning"
        action={
          <Button variant="secondary" onPress={props.onRetry}>
            {t('page.retry')}
          </Button>
        }
      >
        {t('views.failed')}
      </Alert>
    );
  }
  if (props.isMissing) {
    return <Alert status="info">{t('views.missing')}</Alert>;
  }
  return issues.length > 0 ? (
    <Alert status="warning">
      {t('views.issues', {
        issues: issues.map(issueText).join(' '),
      })}
    </Alert>
  ) : null;
}
