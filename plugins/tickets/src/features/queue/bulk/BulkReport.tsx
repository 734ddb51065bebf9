import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { BulkProgress } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, InfoDialog, ProgressBar, Text } from '../../../ui';
import {
  ChangedTickets,
  FailedTickets,
  NotUndoableTickets,
} from './ReportedTickets';

/** How far a change of many tickets got, what became of each, and its undoing. */
export function BulkReport(props: {
  title: string;
  progress: BulkProgress;
  onStop: () => void;
  onRetry: (failed: BulkProgress['outcomes']) => void;
  /** How many of the tickets can be given back what they were. */
  undoable: number;
  onUndo: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { isRunning, outcomes } = props.progress;
  const failed = outcomes.filter(({ error }) => error);
  return (
    <InfoDialog
      title={props.title}
      closeLabel={t('bulk.done')}
      onClose={props.onClose}
      actions={
        isRunning ? (
          <Button variant="secondary" onPress={props.onStop}>
            {t('bulk.stop')}
          </Button>
        ) : (
          <>
            {props.undoable > 0 && (
              <Button variant="secondary" onPress={props.onUndo}>
                {t('bulk.undo', { count: props.undoable })}
              </Button>
            )}
            {failed.length > 0 && (
              <Button onPress={() => props.onRetry(failed)}>
                {t('bulk.retry', { count: failed.length })}
              </Button>
            )}
          </>
        )
      }
    >
      <BulkProgressBar label={t('bulk.running')} progress={props.progress} />
      <HowMany progress={props.progress} text="bulk.changed" />
      <FailedTickets
        title={t('bulk.failed', { count: failed.length })}
        failed={failed}
      />
      {!isRunning && (
        <>
          <NotUndoableTickets outcomes={outcomes} />
          <ChangedTickets outcomes={outcomes} />
        </>
      )}
    </InfoDialog>
  );
}

/** How far the undoing of a change of many tickets got, and what became of each. */
export function UndoReport(props: {
  title: string;
  progress: BulkProgress;
  onStop: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { isRunning, outcomes } = props.progress;
  const failed = outcomes.filter(({ error }) => error);
  return (
    <InfoDialog
      title={props.title}
      closeLabel={t('bulk.done')}
      onClose={props.onClose}
      actions={
        isRunning && (
          <Button variant="secondary" onPress={props.onStop}>
            {t('bulk.stop')}
          </Button>
        )
      }
    >
      <BulkProgressBar label={t('bulk.undoing')} progress={props.progress} />
      <HowMany progress={props.progress} text="bulk.undone" />
      <Text as="p" color="secondary">
        {t('bulk.undoHint')}
      </Text>
      <FailedTickets
        title={t('bulk.undoFailed', { count: failed.length })}
        failed={failed}
      />
    </InfoDialog>
  );
}

function BulkProgressBar(props: { label: string; progress: BulkProgress }) {
  const { isRunning, total, outcomes } = props.progress;
  return isRunning ? (
    <ProgressBar
      label={props.label}
      value={total === 0 ? undefined : outcomes.length / total}
    />
  ) : null;
}

function HowMany(props: {
  progress: BulkProgress;
  text: 'bulk.changed' | 'bulk.undone';
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { isRunning, total, outcomes } = props.progress;
  const left = total - outcomes.length;
  return (
    <Text as="p" aria-live="polite">
      {t(props.text, {
        number: String(outcomes.filter(({ error }) => !error).length),
        total: String(total),
      })}
      {!isRunning && left > 0 && <> {t('bulk.left', { count: left })}</>}
    </Text>
  );
}
