import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  LinkRequest,
  Ticket,
  TicketSummary,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { FormDialog, Select, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { TicketPicker } from './TicketPicker';

/** How people link tickets; the desk itself makes the other links. */
const LINKS = [
  'relates.outward',
  'duplicates.outward',
  'duplicates.inward',
  'blocks.outward',
  'blocks.inward',
  'parent.outward',
  'parent.inward',
] as const;

/** Asks with which ticket a ticket belongs together, and how. */
export function LinkDialog(props: { ticket: Ticket; onClose: () => void }) {
  const { ticket, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [kind, setKind] = useState<(typeof LINKS)[number]>(LINKS[0]);
  const [other, setOther] = useState<TicketSummary | null>(null);
  const link = useTicketChange<LinkRequest>(
    ticket,
    async (api, request, options) => {
      await api.linkTickets(ticket.number, request, options);
      return ticket;
    },
  );
  const save = () => {
    const [type, direction] = kind.split('.');
    if (other) {
      link.mutate(
        {
          type: type as LinkRequest['type'],
          outward: direction === 'outward',
          ticket: other.id,
        },
        {
          onSuccess: () => {
            toast.success(t('relations.linked', { number: other.number }));
            onClose();
          },
        },
      );
    }
  };
  return (
    <FormDialog
      title={t('relations.linkTitle', { number: ticket.number })}
      submitLabel={t('relations.link')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={!other || link.isUnderWay}
      onSubmit={save}
      onClose={onClose}
    >
      <Select
        label={t('relations.how')}
        options={LINKS.map(id => ({ id, title: t(`relations.${id}`) }))}
        value={kind}
        onChange={id => setKind(LINKS.find(known => known === id) ?? LINKS[0])}
      />
      <TicketPicker
        label={t('relations.other')}
        without={ticket.id}
        value={other}
        onChange={setOther}
      />
      <ChangeAlert error={link.error} onRetry={save} onDismiss={onClose} />
    </FormDialog>
  );
}
