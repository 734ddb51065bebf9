import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  HandOverRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { FormDialog, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { PersonField, QUEUE } from './PersonField';
import { TeamField } from './TeamField';

/** Gives a ticket to a team, and to one of its people or to its queue. */
export function HandOverDialog(props: {
  ticket: Ticket;
  desk: DeskDescription;
  onClose: () => void;
}) {
  const { ticket, desk, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  // Agents of another team may move the ticket, not choose within its team.
  const mayStay = ticket.allowedActions.includes('classify');
  const [team, setTeam] = useState((mayStay && ticket.team) || '');
  const [person, setPerson] = useState(QUEUE);
  const handOver = useTicketChange<HandOverRequest>(
    ticket,
    (api, request, options) => api.handOver(ticket.number, request, options),
  );

  const chooseTeam = (ref: string) => {
    setTeam(ref);
    setPerson(QUEUE);
  };
  const onSubmit = () =>
    handOver.mutate(
      {
        assignee: person === QUEUE ? null : person,
        team: team === ticket.team ? undefined : team,
      },
      {
        onSuccess: () => {
          toast.success(t('ticket.handedOver'));
          onClose();
        },
      },
    );

  return (
    <FormDialog
      title={t('handOver.title', { number: ticket.number })}
      submitLabel={t('handOver.submit')}
      cancelLabel={t('handOver.cancel')}
      isSubmitDisabled={team === '' || handOver.isUnderWay}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <TeamField
        desk={desk}
        team={team}
        without={mayStay ? null : ticket.team}
        onChoose={chooseTeam}
      />
      <PersonField team={team} person={person} onChoose={setPerson} />
      <ChangeAlert error={handOver.error} />
    </FormDialog>
  );
}
