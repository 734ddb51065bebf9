import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  MAX_REDACTION_REASON_LENGTH,
  type Message,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import {
  CheckboxList,
  FormDialog,
  SingleChoice,
  Text,
  TextField,
  useToast,
} from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

type What = 'all' | 'files';

/**
 * Asks why what a message says is removed for good, and of one with files
 * whether all of it goes or some of them.
 */
export function RedactDialog(props: {
  ticket: Ticket;
  message: Message;
  onClose: () => void;
}) {
  const { ticket, message, onClose } = props;
  const { attachments } = message;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [what, setWhat] = useState<What>(message.redacted ? 'files' : 'all');
  const [files, setFiles] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const redact = useTicketChange<string>(ticket, async (api, why) => {
    const redacted = await api.redactMessage(ticket.number, message.id, {
      reason: why,
      ...(what === 'files' && { attachments: files }),
    });
    toast.success(t('redaction.done'));
    onClose();
    return redacted;
  });
  const trimmed = reason.trim();
  const save = () => redact.mutate(trimmed);
  return (
    <FormDialog
      title={t('redaction.title')}
      submitLabel={t('redaction.submit')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={
        trimmed === '' ||
        (what === 'files' && files.length === 0) ||
        redact.isUnderWay
      }
      onSubmit={save}
      onClose={onClose}
    >
      <Text as="p">{t('redaction.text')}</Text>
      {attachments.length > 0 && !message.redacted && (
        <SingleChoice
          label={t('redaction.what')}
          isLabelShown
          options={(['all', 'files'] as const).map(id => ({
            id,
            title: t(`redaction.${id}`),
          }))}
          chosen={what}
          onChoose={setWhat}
        />
      )}
      {what === 'files' && (
        <CheckboxList
          label={t('redaction.whichFiles')}
          options={attachments.map(({ id, name }) => ({ id, title: name }))}
          chosen={files}
          onChange={setFiles}
        />
      )}
      <TextField
        label={t('redaction.reason')}
        description={t('redaction.reasonHint')}
        value={reason}
        maxLength={MAX_REDACTION_REASON_LENGTH}
        isRequired
        onChange={setReason}
      />
      <ChangeAlert error={redact.error} onRetry={save} onDismiss={onClose} />
    </FormDialog>
  );
}
