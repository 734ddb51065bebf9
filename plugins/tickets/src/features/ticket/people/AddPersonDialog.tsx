import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  PersonRequest,
  PersonRole,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { EntityPicker } from '../../../components';
import { useEntityNames, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { FormDialog, Select, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

const ROLES: readonly PersonRole[] = ['to', 'cc', 'watcher'];
const NOBODY: string[] = [];

/** Asks who is added to a ticket, and as what. */
export function AddPersonDialog(props: {
  ticket: Ticket;
  onClose: () => void;
}) {
  const { ticket, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [ref, setRef] = useState<string | null>(null);
  const [role, setRole] = useState<PersonRole>('to');
  const nameOf = useEntityNames(ref === null ? NOBODY : [ref]);
  const add = useTicketChange<PersonRequest>(ticket, (api, request, options) =>
    api.addPerson(ticket.number, request, options),
  );
  const save = () => {
    if (ref !== null) {
      add.mutate(
        { ref, role },
        {
          onSuccess: () => {
            toast.success(t('people.added', { name: nameOf(ref) }));
            onClose();
          },
        },
      );
    }
  };
  return (
    <FormDialog
      title={t('people.addTitle')}
      submitLabel={t('people.addSubmit')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={ref === null || add.isUnderWay}
      onSubmit={save}
      onClose={onClose}
    >
      <EntityPicker
        label={t('people.who')}
        choosable="party"
        value={ref}
        onChange={setRef}
      />
      <Select
        label={t('people.as')}
        options={ROLES.map(id => ({ id, title: t(`people.as.${id}`) }))}
        value={role}
        onChange={id => setRole(ROLES.find(known => known === id) ?? 'to')}
      />
      <ChangeAlert error={add.error} onRetry={save} onDismiss={onClose} />
    </FormDialog>
  );
}
