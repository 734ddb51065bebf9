import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, Suspense, useState } from 'react';
import { type QuarantinedMail, useQuarantine } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Button, Text, Time } from '../../ui';
import { DeleteMailDialog } from './DeleteMailDialog';
import { MailContent } from './MailContent';
import { MailList } from './MailList';
import { useMailStyles } from './useMailStyles';
import { useReasonText } from './useReasonText';

const ReleaseDialog = lazy(() =>
  import('./ReleaseDialog').then(m => ({ default: m.ReleaseDialog })),
);

/** The mails that were not taken in, until an admin decides. */
export function Quarantine() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const query = useQuarantine();
  return (
    <MailList
      title={t('mails.quarantine')}
      empty={t('mails.quarantine.empty')}
      query={query}
      items={query.data?.pages.flatMap(({ items }) => items)}
      keyOf={({ id }) => id}
    >
      {mail => <Refused mail={mail} />}
    </MailList>
  );
}

function Refused(props: { mail: QuarantinedMail }) {
  const { mail } = props;
  const classes = useMailStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const reasonText = useReasonText();
  const [isOpen, setIsOpen] = useState(false);
  const [dialog, setDialog] = useState<'release' | 'delete'>();
  const close = () => setDialog(undefined);
  return (
    <>
      <div className={classes.row}>
        <div className={classes.facts}>
          <Text as="div" weight="bold">
            {mail.subject || t('mails.noSubject')}
          </Text>
          <Text as="div">{reasonText(mail.reason)}</Text>
          <Text as="div" variant="body-small" color="secondary">
            {mail.sender ?? t('mails.noSender')} · {mail.mailbox} ·{' '}
            <Time at={mail.receivedAt} />
          </Text>
        </div>
        <div className={classes.buttons}>
          <Button
            variant="tertiary"
            aria-expanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t('mails.hide') : t('mails.show')}
          </Button>
          {mail.reason !== 'too-large' && (
            <Button variant="secondary" onPress={() => setDialog('release')}>
              {t('mails.release')}
            </Button>
          )}
          <Button variant="secondary" onPress={() => setDialog('delete')}>
            {t('mails.delete')}
          </Button>
        </div>
      </div>
      {isOpen && <MailContent mail={mail} />}
      {dialog === 'release' && (
        <Suspense fallback={null}>
          <ReleaseDialog mail={mail} onClose={close} />
        </Suspense>
      )}
      {dialog === 'delete' && <DeleteMailDialog mail={mail} onClose={close} />}
    </>
  );
}
