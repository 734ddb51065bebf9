import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  StatusSummary,
  Ticket,
  TicketsApi,
  TicketsChangeOptions,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useDesk, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Flex, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { PostponeDialog } from './PostponeDialog';
import { nextStatuses } from './nextStatuses';
import { StatusMenu } from './StatusMenu';

/** A step on a ticket's way, and what to say when it is done. */
interface Step {
  take: (
    api: TicketsApi,
    number: string,
    options: TicketsChangeOptions,
  ) => Promise<Ticket>;
  done: string;
}

/** Moves a ticket on its way: another status, closed, open again. */
export function StatusActions(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const { data: desk } = useDesk();
  const move = useTicketChange<Step>(ticket, (api, step, options) =>
    step.take(api, ticket.number, options),
  );
  const go = (step: Step) =>
    move.mutate(step, { onSuccess: () => toast.success(step.done) });

  const close = {
    take: (api, number, options) => api.closeTicket(number, {}, options),
    done: t('ticket.closed'),
  } satisfies Step;
  const reopen = {
    take: (api, number, options) => api.reopenTicket(number, {}, options),
    done: t('ticket.reopened'),
  } satisfies Step;
  const setTo = ({ id, title }: StatusSummary, until?: string): Step => ({
    take: (api, number, options) =>
      api.changeStatus(number, { status: id, until }, options),
    done: t('ticket.statusChanged', { status: title }),
  });
  const [postponing, setPostponing] = useState<StatusSummary>();
  const choose = (status: StatusSummary) =>
    status.type === 'postponed' ? setPostponing(status) : go(setTo(status));

  return (
    <>
      <Flex gap="2" align="start" style={{ flexWrap: 'wrap' }}>
        <StatusMenu
          label={t('ticket.changeStatus')}
          statuses={nextStatuses(ticket, desk)}
          isDisabled={move.isUnderWay}
          onChoose={choose}
        />
        {ticket.allowedActions.includes('close') && (
          <Button
            variant="secondary"
            isDisabled={move.isUnderWay}
            onPress={() => go(close)}
          >
            {t('ticket.close')}
          </Button>
        )}
        {ticket.allowedActions.includes('reopen') && (
          <Button
            variant="secondary"
            isDisabled={move.isUnderWay}
            onPress={() => go(reopen)}
          >
            {t('ticket.reopen')}
          </Button>
        )}
      </Flex>
      <ChangeAlert error={move.error} />
      {postponing && (
        <PostponeDialog
          onClose={() => setPostponing(undefined)}
          onPostpone={until => {
            setPostponing(undefined);
            go(setTo(postponing, until));
          }}
        />
      )}
    </>
  );
}
