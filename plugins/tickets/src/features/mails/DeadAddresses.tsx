import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type DeadAddress,
  messageOf,
  useDeadAddresses,
  useMailChange,
} from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Button, Text, Time, useToast } from '../../ui';
import { MailList } from './MailList';
import { useMailStyles } from './useMailStyles';

/** The addresses that nothing is sent to, since mails came back for good. */
export function DeadAddresses() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const query = useDeadAddresses();
  return (
    <MailList
      title={t('mails.dead')}
      empty={t('mails.dead.empty')}
      query={query}
      items={query.data?.items}
      keyOf={({ address }) => address}
    >
      {address => <Dead {...address} />}
    </MailList>
  );
}

function Dead(props: DeadAddress) {
  const { address, error, since } = props;
  const classes = useMailStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const free = useMailChange<string>((client, it) => client.freeAddress(it));
  return (
    <div className={classes.row}>
      <div className={classes.facts}>
        <Text as="div" weight="bold">
          {address}
        </Text>
        <Text as="div">{error}</Text>
        <Text as="div" variant="body-small" color="secondary">
          {t('mails.dead.since')} <Time at={since} absolute />
        </Text>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="secondary"
          isDisabled={free.isPending}
          onPress={() =>
            free.mutate(address, {
              onSuccess: () => toast.success(t('mails.freed', { address })),
              onError: reason =>
                toast.failure(
                  t('mails.freeFailed', { reason: messageOf(reason) }),
                ),
            })
          }
        >
          {t('mails.free')}
        </Button>
      </div>
    </div>
  );
}
