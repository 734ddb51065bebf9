import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { StatusSummary, Ticket } from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Flex } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { EndButton } from './EndButton';
import { nextStatuses } from './nextStatuses';
import { StatusMenu } from './StatusMenu';
import { useStatusSteps } from './useStatusSteps';

const PostponeDialog = lazy(() =>
  import('./PostponeDialog').then(m => ({ default: m.PostponeDialog })),
);

/** Moves a ticket on its way: another status, solved, closed, open again. */
export function StatusActions(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { allowedActions } = ticket;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const steps = useStatusSteps(ticket);
  const { move, go } = steps;
  // the requester answers that below the conversation
  const asksWhetherItWorks =
    allowedActions.includes('rate') && !allowedActions.includes('note');
  const [postponing, setPostponing] = useState<StatusSummary>();
  const choose = (status: StatusSummary) =>
    status.type === 'postponed'
      ? setPostponing(status)
      : go(steps.setTo(status));

  return (
    <>
      <Flex gap="2" align="start" style={{ flexWrap: 'wrap' }}>
        <StatusMenu
          label={t('ticket.changeStatus')}
          shortcut="s"
          statuses={nextStatuses(ticket, desk)}
          isDisabled={move.isUnderWay}
          onChoose={choose}
        />
        {(['solve', 'close'] as const).map(
          way =>
            allowedActions.includes(way) &&
            !asksWhetherItWorks && (
              <EndButton
                key={way}
                label={t(`ticket.${way}`)}
                shortcut="e"
                // who works on tickets decides whether people hear of it
                offersQuiet={allowedActions.includes('note')}
                isDisabled={move.isUnderWay}
                onEnd={notify => go(steps.end(way, notify))}
              />
            ),
        )}
        {allowedActions.includes('reopen') && !asksWhetherItWorks && (
          <Button
            variant="secondary"
            isDisabled={move.isUnderWay}
            onPress={() => go(steps.reopen())}
          >
            {t('ticket.reopen')}
          </Button>
        )}
      </Flex>
      <ChangeAlert
        error={move.error}
        onRetry={() => move.variables && go(move.variables)}
        onDismiss={move.reset}
      />
      {postponing && (
        <Suspense fallback={null}>
          <PostponeDialog
            onClose={() => setPostponing(undefined)}
            onPostpone={until => {
              setPostponing(undefined);
              go(steps.setTo(postponing, until));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
