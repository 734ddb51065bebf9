import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketEvent } from '@portaldesk/plugin-tickets-common';
import { changesOf } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Alert, Button, Flex, makeStyles, Time } from '../../ui';
import { useEventText } from './useEventText';

const useStyles = makeStyles(
  {
    changes: {
      margin: 'var(--bui-space-1) 0',
      paddingLeft: 'var(--bui-space-4)',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskStaleAlert' },
);

/** What can be done when another person was faster. */
export interface StaleChoice {
  /** Makes the change all the same. */
  onRetry: () => void;
  /** Leaves the ticket as it is now. */
  onDismiss: () => void;
  /** What making the change all the same is called. */
  retryLabel?: string;
  /** What leaving the ticket as it is now is called. */
  dismissLabel?: string;
}

/**
 * Says who changed what since the reader looked, and offers both: that, or what
 * the reader was about to do.
 */
export function StaleAlert(props: StaleChoice & { error: Error }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const changes = changesOf(props.error);
  return (
    <Alert
      status="warning"
      action={
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          <Button variant="secondary" onPress={props.onRetry}>
            {props.retryLabel ?? t('stale.retry')}
          </Button>
          <Button variant="tertiary" onPress={props.onDismiss}>
            {props.dismissLabel ?? t('stale.dismiss')}
          </Button>
        </Flex>
      }
    >
      {t(changes.length > 0 ? 'stale.changes' : 'stale.text')}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(event => (
            <li key={event.id}>
              <ChangeLine event={event} />
            </li>
          ))}
        </ul>
      )}
      {t('stale.kept')}
    </Alert>
  );
}

/** Events whose sentence does not say what was exchanged. */
const SHOWING_CHANGE = ['edited', 'fields-edited'];

function ChangeLine(props: { event: TicketEvent }) {
  const { event } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { sentence, change } = useEventText()(event);
  return (
    <>
      {sentence}
      {change && SHOWING_CHANGE.includes(event.detail.type) && (
        <> ({t('event.change', change)})</>
      )}{' '}
      · <Time at={event.at} />
    </>
  );
}
