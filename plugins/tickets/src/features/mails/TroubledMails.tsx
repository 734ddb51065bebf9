import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  messageOf,
  type TroubledMail,
  useMailChange,
  useTroubledMails,
} from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Button, Text, Time, useToast } from '../../ui';
import { MailList } from './MailList';
import { TicketOfMail } from './TicketOfMail';
import { useMailStyles } from './useMailStyles';

/** The mails that did not arrive, as far as is known, and why. */
export function TroubledMails() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const query = useTroubledMails();
  return (
    <MailList
      title={t('mails.troubled')}
      empty={t('mails.troubled.empty')}
      query={query}
      items={query.data?.pages.flatMap(({ items }) => items)}
      keyOf={({ id }) => id}
    >
      {mail => <Troubled mail={mail} />}
    </MailList>
  );
}

function Troubled(props: { mail: TroubledMail }) {
  const { id, ticket, address, state, error, updatedAt } = props.mail;
  const classes = useMailStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const retry = useMailChange<number>((client, mail) => client.retry(mail));
  const sendAgain = () =>
    retry.mutate(id, {
      onSuccess: () => toast.success(t('mails.retried')),
      onError: reason =>
        toast.failure(t('mails.retryFailed', { reason: messageOf(reason) })),
    });
  return (
    <div className={classes.row}>
      <div className={classes.facts}>
        <Text as="div" weight="bold">
          {address}
        </Text>
        <Text as="div">
          {t(`mails.state.${state}`)}
          {error && `: ${error}`}
        </Text>
        <Text as="div" variant="body-small" color="secondary">
          <Time at={updatedAt} />
        </Text>
      </div>
      <div className={classes.buttons}>
        <TicketOfMail ticket={ticket} />
        <Button
          variant="secondary"
          isDisabled={retry.isPending}
          onPress={sendAgain}
        >
          {t('mails.retry')}
        </Button>
      </div>
    </div>
  );
}
