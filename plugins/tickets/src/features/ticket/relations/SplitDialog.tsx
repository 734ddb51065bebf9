import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  MAX_SUBJECT_LENGTH,
  type Message,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ticketRouteRef } from '../../../routes';
import { FormDialog, Text, TextField, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

/** Asks what the ticket is called into which a reply is split off. */
export function SplitDialog(props: {
  ticket: Ticket;
  message: Message;
  onClose: () => void;
}) {
  const { ticket, message, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const navigate = useNavigate();
  const ticketPath = useRouteRef(ticketRouteRef);
  const [subject, setSubject] = useState(ticket.subject);
  const split = useTicketChange<string>(ticket, async (api, name, options) => {
    const made = await api.splitTicket(
      ticket.number,
      { message: message.id, subject: name },
      options,
    );
    toast.success(t('relations.splitDone', { number: made.number }));
    onClose();
    navigate(ticketPath({ number: made.number }));
    return made;
  });
  const trimmed = subject.trim();
  const save = () => split.mutate(trimmed);
  return (
    <FormDialog
      title={t('relations.splitTitle')}
      submitLabel={t('relations.split')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={trimmed === '' || split.isUnderWay}
      onSubmit={save}
      onClose={onClose}
    >
      <Text as="p">{t('relations.splitText')}</Text>
      <TextField
        label={t('field.subject')}
        value={subject}
        maxLength={MAX_SUBJECT_LENGTH}
        isRequired
        onChange={setSubject}
      />
      <ChangeAlert error={split.error} onRetry={save} onDismiss={onClose} />
    </FormDialog>
  );
}
