import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type CreateViewRequest,
  type DeskDescription,
  MAX_VIEW_NAME_LENGTH,
  type TicketView,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useRefusalText } from '../../components';
import { useEntityNames, useViewChange } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { IdempotencyKeys } from '../../lib/IdempotencyKeys';
import { Alert, FormDialog, Select, TextField } from '../../ui';

/** Asks for the name of a view and for whom it is. */
export function ViewDialog(props: {
  desk: DeskDescription;
  /** The view that is renamed; absent: a new one is saved. */
  view: TicketView | undefined;
  /** What a new one shows. */
  shown: Pick<CreateViewRequest, 'filter' | 'sort' | 'order' | 'columns'>;
  onSaved: (view: TicketView) => void;
  onClose: () => void;
}) {
  const { desk, view } = props;
  const { caller } = desk;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const [name, setName] = useState(view?.name ?? '');
  const [owner, setOwner] = useState(view?.owner ?? caller.ref);
  const owners = [
    ...new Set([caller.ref, ...caller.teams, ...(view ? [view.owner] : [])]),
  ];
  const nameOf = useEntityNames(owners);
  const [keys] = useState(() => new IdempotencyKeys());
  const save = useViewChange((api, text: string) => {
    const request = { ...props.shown, name: text, owner };
    return view
      ? api.editView(view.id, { name: text, owner }, { version: view.version })
      : api.createView(request, { idempotencyKey: keys.keyOf(request) });
  });
  const trimmed = name.trim();
  return (
    <FormDialog
      title={t(view ? 'views.renameTitle' : 'views.saveTitle')}
      submitLabel={t('ticket.save')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={trimmed === '' || save.isPending}
      onClose={props.onClose}
      onSubmit={() => {
        if (trimmed !== '' && !save.isPending) {
          save.mutate(trimmed, { onSuccess: props.onSaved });
        }
      }}
    >
      <TextField
        label={t('views.name')}
        value={name}
        maxLength={MAX_VIEW_NAME_LENGTH}
        isRequired
        onChange={setName}
      />
      {owners.length > 1 && (
        <Select
          label={t('views.for')}
          options={owners.map(id => ({
            id,
            title:
              id === caller.ref
                ? t('views.forMe')
                : t('views.forTeam', { team: nameOf(id) }),
          }))}
          value={owner}
          onChange={setOwner}
        />
      )}
      {save.error && (
        <Alert status="danger">
          {t('views.refused', { reason: refusalText(save.error) })}
        </Alert>
      )}
    </FormDialog>
  );
}
