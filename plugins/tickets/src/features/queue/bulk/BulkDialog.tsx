import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  BulkChange,
  DeskDescription,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { type ListSelection, useRefusalText } from '../../../components';
import {
  type BulkOutcome,
  undoOf,
  useBulkChange,
  useBulkUndo,
} from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Alert, FormDialog, Loading } from '../../../ui';
import { type BulkKind, bulkChangeOf, NO_VALUES } from './bulkChange';
import { BulkFields } from './BulkFields';
import { BulkReport, UndoReport } from './BulkReport';
import { useSelectedTickets } from './useSelectedTickets';
import { useUndoToast } from './useUndoToast';

/**
 * Asks what is done to the selected tickets, says to how many, and then what
 * became of each.
 */
export function BulkDialog(props: {
  desk: DeskDescription;
  kind: BulkKind;
  what: ListSelection['selection']['what'];
  /** @param isDone - whether anything was changed */
  onClose: (isDone: boolean) => void;
}) {
  const { desk, kind } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const [values, setValues] = useState(NO_VALUES);
  const [made, setMade] = useState<BulkChange>();
  const selected = useSelectedTickets(props.what);
  const bulk = useBulkChange();
  const undo = useBulkUndo();
  const offerUndo = useUndoToast();
  // what was changed before what had failed was tried again
  const [earlier, setEarlier] = useState<readonly BulkOutcome[]>([]);
  const change = bulkChangeOf(kind, values, desk);
  const tickets = selected.tickets ?? [];

  if (undo.progress) {
    return (
      <UndoReport
        title={t('bulk.undoTitle', { change: t(`bulk.${kind}`) })}
        progress={undo.progress}
        onStop={undo.stop}
        onClose={() => props.onClose(true)}
      />
    );
  }
  if (bulk.progress && made) {
    const { isRunning, outcomes } = bulk.progress;
    const all = [...earlier, ...outcomes];
    return (
      <BulkReport
        title={t(`bulk.${kind}`)}
        progress={bulk.progress}
        onStop={bulk.stop}
        onRetry={failed => {
          setEarlier(all.filter(({ error }) => !error));
          bulk.run(
            failed.map(({ ticket }) => ticket),
            made,
          );
        }}
        undoable={all.filter(one => undoOf(one) === 'possible').length}
        onUndo={() => undo.run(all, made)}
        onClose={() => {
          if (!isRunning) {
            offerUndo(all, made);
          }
          props.onClose(true);
        }}
      />
    );
  }
  return (
    <FormDialog
      title={t(`bulk.${kind}`)}
      submitLabel={
        selected.tickets
          ? t('bulk.submit', { count: tickets.length })
          : t('bulk.counting')
      }
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={!change || tickets.length === 0}
      onClose={() => props.onClose(false)}
      onSubmit={() => {
        if (change && tickets.length > 0) {
          setMade(change);
          bulk.run(tickets, change);
        }
      }}
    >
      <BulkFields
        desk={desk}
        kind={kind}
        values={values}
        onChange={part => setValues({ ...values, ...part })}
      />
      {selected.isPending && <Loading label={t('bulk.counting')} />}
      {selected.error && (
        <Alert status="danger">
          {t('bulk.countFailed', { reason: refusalText(selected.error) })}
        </Alert>
      )}
    </FormDialog>
  );
}
