import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  StatusSummary,
  Ticket,
  TicketsApi,
  TicketsChangeOptions,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useDesk, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ChangeAlert } from '../ChangeAlert';
import { useAnnounce } from '../useAnnounce';
import { PostponeDialog } from './PostponeDialog';
import { nextStatuses, StatusMenu } from './StatusMenu';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'PortaldeskStatusActions' },
);

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
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const announce = useAnnounce();
  const { data: desk } = useDesk();
  const move = useTicketChange<Step>(ticket, (api, step, options) =>
    step.take(api, ticket.number, options),
  );
  const go = (step: Step) =>
    move.mutate(step, { onSuccess: () => announce(step.done) });

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
      <div className={classes.actions}>
        <StatusMenu
          id="ticket-status"
          label={t('ticket.changeStatus')}
          statuses={nextStatuses(ticket, desk)}
          disabled={move.isUnderWay}
          onChoose={choose}
        />
        {ticket.allowedActions.includes('close') && (
          <Button
            variant="outlined"
            disabled={move.isUnderWay}
            onClick={() => go(close)}
          >
            {t('ticket.close')}
          </Button>
        )}
        {ticket.allowedActions.includes('reopen') && (
          <Button
            variant="outlined"
            disabled={move.isUnderWay}
            onClick={() => go(reopen)}
          >
            {t('ticket.reopen')}
          </Button>
        )}
      </div>
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
