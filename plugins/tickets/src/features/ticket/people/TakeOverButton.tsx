import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useEntityNames, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, ConfirmDialog, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

const NOBODY: string[] = [];

/** Makes the reader the assignee, and asks first when another person is. */
export function TakeOverButton(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { number, assignee } = ticket;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const nameOf = useEntityNames(assignee === null ? NOBODY : [assignee]);
  const change = useTicketChange(ticket, (api, _, options) =>
    api.takeOver(number, options),
  );
  const takeOver = () => {
    setAsking(false);
    change.mutate(undefined, {
      onSuccess: () => toast.success(t('ticket.takenOver')),
    });
  };

  // the assignee may have changed a moment ago
  const ask = () => (assignee === null ? takeOver() : setAsking(true));

  return (
    <>
      <Button isDisabled={change.isUnderWay} onPress={ask}>
        {t('ticket.takeOver')}
      </Button>
      <ChangeAlert
        error={change.error}
        onRetry={ask}
        onDismiss={change.reset}
      />
      {asking && assignee !== null && (
        <ConfirmDialog
          title={t('takeOver.title', { number, name: nameOf(assignee) })}
          confirmLabel={t('ticket.takeOver')}
          cancelLabel={t('ticket.cancel')}
          onConfirm={takeOver}
          onClose={() => setAsking(false)}
        >
          {t('takeOver.text', { name: nameOf(assignee) })}
        </ConfirmDialog>
      )}
    </>
  );
}
