import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { type SelectedTicket, TicketLink } from '../../../components';
import type { BulkProgress } from '../../../data';
import { ticketsTranslationRef, useIssueText } from '../../../i18n';
import { Button, InfoDialog, makeStyles, ProgressBar, Text } from '../../../ui';

const useStyles = makeStyles(
  {
    list: {
      maxHeight: '40vh',
      margin: 0,
      paddingLeft: 'var(--bui-space-4)',
      overflowY: 'auto',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskBulkReport' },
);

/** How far a change of many tickets got, and what became of each. */
export function BulkReport(props: {
  title: string;
  progress: BulkProgress;
  onStop: () => void;
  onRetry: (tickets: SelectedTicket[]) => void;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const issueText = useIssueText();
  const { isRunning, total, outcomes } = props.progress;
  const failed = outcomes.filter(({ error }) => error);
  const changed = outcomes.filter(({ error }) => !error);
  const left = total - outcomes.length;
  return (
    <InfoDialog
      title={props.title}
      closeLabel={t('bulk.done')}
      onClose={props.onClose}
      actions={
        isRunning ? (
          <Button variant="secondary" onPress={props.onStop}>
            {t('bulk.stop')}
          </Button>
        ) : (
          failed.length > 0 && (
            <Button onPress={() => props.onRetry(failed.map(f => f.ticket))}>
              {t('bulk.retry', { count: failed.length })}
            </Button>
          )
        )
      }
    >
      {isRunning && (
        <ProgressBar
          label={t('bulk.running')}
          value={total === 0 ? undefined : outcomes.length / total}
        />
      )}
      <Text as="p" aria-live="polite">
        {t('bulk.changed', {
          number: String(changed.length),
          total: String(total),
        })}
        {!isRunning && left > 0 && <> {t('bulk.left', { count: left })}</>}
      </Text>
      {failed.length > 0 && (
        <section aria-label={t('bulk.failed', { count: failed.length })}>
          <Text as="p" weight="bold">
            {t('bulk.failed', { count: failed.length })}
          </Text>
          <ul className={classes.list}>
            {failed.map(({ ticket, error }) => (
              <li key={ticket.id}>
                <Text as="span">
                  <TicketLink ticket={ticket}>{ticket.number}</TicketLink>
                  {': '}
                  {error?.issues?.map(issueText).join(' ') || error?.message}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {changed.length > 0 && !isRunning && (
        <details>
          <summary>
            <Text as="span">{t('bulk.which', { count: changed.length })}</Text>
          </summary>
          <ul className={classes.list}>
            {changed.map(({ ticket }) => (
              <li key={ticket.id}>
                <Text as="span">
                  <TicketLink ticket={ticket}>
                    {`${ticket.number} ${ticket.subject}`}
                  </TicketLink>
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </InfoDialog>
  );
}
