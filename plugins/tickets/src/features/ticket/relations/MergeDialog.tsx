import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket, TicketSummary } from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ticketRouteRef } from '../../../routes';
import { FormDialog, Text, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { TicketPicker } from './TicketPicker';

/** Asks into which ticket a ticket is merged. */
export function MergeDialog(props: { ticket: Ticket; onClose: () => void }) {
  const { ticket, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const navigate = useNavigate();
  const ticketPath = useRouteRef(ticketRouteRef);
  const [into, setInto] = useState<TicketSummary | null>(null);
  const merge = useTicketChange<TicketSummary>(
    ticket,
    async (api, { id }, options) => {
      const merged = await api.mergeTicket(
        ticket.number,
        { into: id },
        options,
      );
      toast.success(
        t('relations.merged', { number: ticket.number, into: merged.number }),
      );
      onClose();
      navigate(ticketPath({ number: merged.number }), { replace: true });
      return merged;
    },
  );
  const save = () => into && merge.mutate(into);
  return (
    <FormDialog
      title={t('relations.mergeTitle', { number: ticket.number })}
      submitLabel={
        into
          ? t('relations.mergeInto', { number: into.number })
          : t('relations.merge')
      }
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={!into || merge.isUnderWay}
      onSubmit={save}
      onClose={onClose}
    >
      <Text as="p">{t('relations.mergeText', { number: ticket.number })}</Text>
      <TicketPicker
        label={t('relations.into')}
        without={ticket.id}
        value={into}
        onChange={setInto}
      />
      <ChangeAlert error={merge.error} onRetry={save} onDismiss={onClose} />
    </FormDialog>
  );
}
