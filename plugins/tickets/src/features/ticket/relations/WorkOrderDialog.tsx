import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  MAX_SUBJECT_LENGTH,
  type Ticket,
  type WorkOrderRequest,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { TeamField } from '../../../components';
import { useDesk, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ticketRouteRef } from '../../../routes';
import { FormDialog, Text, TextArea, TextField, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

/** Asks another team for work that a ticket needs; its requester does not see it. */
export function WorkOrderDialog(props: {
  ticket: Ticket;
  onClose: () => void;
}) {
  const { ticket, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const navigate = useNavigate();
  const ticketPath = useRouteRef(ticketRouteRef);
  const { data: desk } = useDesk();
  const [subject, setSubject] = useState(ticket.subject);
  const [message, setMessage] = useState('');
  const [team, setTeam] = useState(ticket.team ?? '');
  const order = useTicketChange<WorkOrderRequest>(
    ticket,
    async (api, request, options) => {
      const made = await api.createWorkOrder(ticket.number, request, options);
      toast.success(t('relations.workOrderDone', { number: made.number }));
      onClose();
      navigate(ticketPath({ number: made.number }));
      return made;
    },
  );
  const trimmed = subject.trim();
  const save = () =>
    order.mutate({
      subject: trimmed,
      message: message.trim() === '' ? undefined : message,
      team: team || undefined,
    });
  return (
    <FormDialog
      title={t('relations.workOrderTitle', { number: ticket.number })}
      submitLabel={t('relations.workOrderSubmit')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={trimmed === '' || order.isUnderWay}
      onSubmit={save}
      onClose={onClose}
    >
      <Text as="p">{t('relations.workOrderText')}</Text>
      <TextField
        label={t('field.subject')}
        value={subject}
        maxLength={MAX_SUBJECT_LENGTH}
        isRequired
        onChange={setSubject}
      />
      <TextArea
        label={t('relations.workOrderMessage')}
        value={message}
        rows={4}
        onChange={setMessage}
      />
      {desk && (
        <TeamField desk={desk} team={team} without={null} onChoose={setTeam} />
      )}
      <ChangeAlert error={order.error} onRetry={save} onDismiss={onClose} />
    </FormDialog>
  );
}
