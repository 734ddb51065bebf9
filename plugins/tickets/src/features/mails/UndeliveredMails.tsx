import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { FailedNotification } from '@portaldesk/plugin-tickets-common';
import {
  messageOf,
  ticketsApiRef,
  useFailedMails,
  useMailChange,
} from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Button, Text, Time, useToast } from '../../ui';
import { MailList } from './MailList';
import { TicketOfMail } from './TicketOfMail';
import { useMailStyles } from './useMailStyles';

/** Notifications by mail that no attempt delivered: to be sent again, or not. */
export function UndeliveredMails() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const query = useFailedMails();
  return (
    <MailList
      title={t('mails.undelivered')}
      empty={t('mails.undelivered.empty')}
      query={query}
      items={query.data}
      keyOf={({ id }) => id}
    >
      {notification => <Undelivered notification={notification} />}
    </MailList>
  );
}

function Undelivered(props: { notification: FailedNotification }) {
  const { id, ticket, attempts, lastError, createdAt } = props.notification;
  const classes = useMailStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const ticketsApi = useApi(ticketsApiRef);
  const retry = useMailChange<void>(() =>
    ticketsApi.retryFailedNotification(id),
  );
  const discard = useMailChange<void>(() =>
    ticketsApi.discardFailedNotification(id),
  );
  const isBusy = retry.isPending || discard.isPending;
  return (
    <div className={classes.row}>
      <div className={classes.facts}>
        <Text as="div" weight="bold">
          {lastError}
        </Text>
        <Text as="div" variant="body-small" color="secondary">
          {t('mails.undelivered.attempts', { count: attempts })} ·{' '}
          <Time at={createdAt} />
        </Text>
      </div>
      <div className={classes.buttons}>
        <TicketOfMail ticket={ticket} />
        <Button
          variant="secondary"
          isDisabled={isBusy}
          onPress={() =>
            retry.mutate(undefined, {
              onSuccess: () => toast.success(t('mails.retried')),
              onError: error =>
                toast.failure(
                  t('mails.retryFailed', { reason: messageOf(error) }),
                ),
            })
          }
        >
          {t('mails.retry')}
        </Button>
        <Button
          variant="tertiary"
          isDisabled={isBusy}
          onPress={() =>
            discard.mutate(undefined, {
              onSuccess: () => toast.success(t('mails.discarded')),
              onError: error =>
                toast.failure(
                  t('mails.discardFailed', { reason: messageOf(error) }),
                ),
            })
          }
        >
          {t('mails.discard')}
        </Button>
      </div>
    </div>
  );
}
