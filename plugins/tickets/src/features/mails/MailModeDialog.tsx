import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useState } from 'react';
import { type MailMode, messageOf, useMailChange } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { FormDialog, SingleChoice, Text, useToast } from '../../ui';

const MODES = ['instant', 'digest', 'off'] as const;

/** Asks how the reader wants to be mailed. */
export function MailModeDialog(props: { mode: MailMode; onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [mode, setMode] = useState(props.mode);
  const change = useMailChange<MailMode>((client, mails) =>
    client.setMode(mails),
  );
  const save = () =>
    change.mutate(mode, {
      onSuccess: () => {
        toast.success(t('mailMode.saved'));
        onClose();
      },
      onError: error =>
        toast.failure(t('mailMode.failed', { reason: messageOf(error) })),
    });
  return (
    <FormDialog
      title={t('mailMode.label')}
      submitLabel={t('mailMode.save')}
      cancelLabel={t('mails.cancel')}
      isSubmitDisabled={change.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <SingleChoice
        label={t('mailMode.label')}
        options={MODES.map(id => ({ id, title: t(`mailMode.${id}`) }))}
        chosen={mode}
        onChoose={setMode}
      />
      <Text as="p" color="secondary">
        {t(`mailMode.${mode}.text`)}
      </Text>
    </FormDialog>
  );
}
