import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useState } from 'react';
import { EntityPicker } from '../../components';
import { messageOf, type QuarantinedMail, useMailChange } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { FormDialog, Text, useToast } from '../../ui';

/** Asks as whose a mail is taken in. */
export function ReleaseDialog(props: {
  mail: QuarantinedMail;
  onClose: () => void;
}) {
  const { mail, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [person, setPerson] = useState<string | null>(null);
  const change = useMailChange<string | undefined>((client, as) =>
    client.release(mail.id, as),
  );
  const onSubmit = () =>
    change.mutate(person ?? undefined, {
      onSuccess: () => {
        toast.success(t('mails.released'));
        onClose();
      },
      onError: error =>
        toast.failure(t('mails.releaseFailed', { reason: messageOf(error) })),
    });
  return (
    <FormDialog
      title={t('mails.releaseTitle', {
        subject: mail.subject || t('mails.noSubject'),
      })}
      submitLabel={t('mails.release')}
      cancelLabel={t('mails.cancel')}
      isSubmitDisabled={change.isPending}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Text as="p">{t('mails.releaseText')}</Text>
      <EntityPicker
        label={t('mails.releaseAs')}
        description={t('mails.releaseAsHint')}
        choosable="user"
        value={person}
        onChange={setPerson}
      />
    </FormDialog>
  );
}
