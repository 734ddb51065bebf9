import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { messageOf, type QuarantinedMail, useMailChange } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ConfirmDialog, useToast } from '../../ui';

/** Asks whether a mail is really to be deleted. */
export function DeleteMailDialog(props: {
  mail: QuarantinedMail;
  onClose: () => void;
}) {
  const { mail, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const change = useMailChange<number>((client, id) => client.discard(id));
  // it stays until then, since what is gone hears of nothing
  const onConfirm = () =>
    change.mutate(mail.id, {
      onSuccess: () => {
        toast.success(t('mails.deleted'));
        onClose();
      },
      onError: error => {
        toast.failure(t('mails.deleteFailed', { reason: messageOf(error) }));
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={t('mails.deleteTitle', {
        subject: mail.subject || t('mails.noSubject'),
      })}
      confirmLabel={t('mails.delete')}
      cancelLabel={t('mails.cancel')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {t('mails.deleteText')}
    </ConfirmDialog>
  );
}
