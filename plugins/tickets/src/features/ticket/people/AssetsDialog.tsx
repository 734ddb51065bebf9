import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type EditTicketRequest,
  MAX_ASSETS,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { AssetsField } from '../../../components';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { FormDialog, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

interface Edit {
  assets: string[];
  /** Of the ticket that the assets were chosen for. */
  version: number;
}

/** Changes what a ticket is about; the first asset is the primary one. */
export function AssetsDialog(props: { ticket: Ticket; onClose: () => void }) {
  const { ticket, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  // What others change now does not get into what is being chosen.
  const [opened] = useState(ticket);
  const [assets, setAssets] = useState(() => refsOf(opened));
  const edit = useTicketChange<Edit>(ticket, (api, { version, ...request }) =>
    api.editTicket(ticket.number, request as EditTicketRequest, { version }),
  );
  const save = (overrule = false) => {
    // A reply in between is no reason to ask; other assets are.
    const isContested = !isSame(refsOf(ticket), refsOf(opened));
    const { version } = isContested && !overrule ? opened : ticket;
    edit.mutate(
      { assets, version },
      {
        onSuccess: () => {
          toast.success(t('ticket.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('assets.title', { number: ticket.number })}
      submitLabel={t('ticket.save')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={isSame(assets, refsOf(opened)) || edit.isUnderWay}
      onSubmit={() => save()}
      onClose={onClose}
    >
      <AssetsField
        assets={assets}
        error={
          assets.length > MAX_ASSETS
            ? t('newTicket.tooManyAssets', { max: String(MAX_ASSETS) })
            : undefined
        }
        onChange={setAssets}
      />
      <ChangeAlert
        error={edit.error}
        retryLabel={t('stale.saveMine')}
        dismissLabel={t('stale.takeTheirs')}
        onRetry={() => save(true)}
        onDismiss={onClose}
      />
    </FormDialog>
  );
}

function refsOf({ assets }: Ticket): string[] {
  return assets.map(({ entityRef }) => entityRef);
}

function isSame(some: string[], others: string[]): boolean {
  return some.join() === others.join();
}
