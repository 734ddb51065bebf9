import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { BulkChange } from '@portaldesk/plugin-tickets-common';
import { useRefusalText } from '../../../components';
import { type BulkOutcome, undoOf, useBulkUndo } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { useToast } from '../../../ui';

/** So many numbers fit into a toast. */
const NAMED = 5;

/**
 * Says how many tickets were changed, and offers to undo it as long as the toast
 * is there, also on another screen.
 */
export function useUndoToast() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const toast = useToast();
  const { run } = useBulkUndo();

  const undo = async (outcomes: readonly BulkOutcome[], change: BulkChange) => {
    const undone = await run(outcomes, change);
    const failed = undone.filter(({ error }) => error);
    if (failed.length === 0) {
      toast.success(t('bulk.undoneToast', { count: undone.length }));
      return;
    }
    const numbers = failed.slice(0, NAMED).map(({ ticket }) => ticket.number);
    toast.failure(
      t('bulk.undoFailedToast', {
        count: failed.length,
        numbers: [...numbers, ...(failed.length > NAMED ? ['…'] : [])].join(
          ', ',
        ),
        reason: refusalText(failed[0].error),
      }),
    );
  };

  return (outcomes: readonly BulkOutcome[], change: BulkChange) => {
    const changed = outcomes.filter(({ error }) => !error);
    if (changed.length === 0) {
      return;
    }
    const isUndoable = changed.some(outcome => undoOf(outcome) === 'possible');
    toast.success(
      t('bulk.changedToast', { count: changed.length }),
      isUndoable
        ? { label: t('undo.label'), onPress: () => undo(changed, change) }
        : undefined,
    );
  };
}
