import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  HandOverRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { PersonField, QUEUE, TeamField } from '../../../components';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { FormDialog, TextArea, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

/**
 * Gives a ticket to a member of its team, or to another team, with an optional
 * note to the new assignee. To leave it unassigned has to be chosen.
 */
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
  const mayNote = ticket.allowedActions.includes('note');
  const [team, setTeam] = useState((mayStay && ticket.team) || '');
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const handOver = useTicketChange<HandOverRequest>(
    ticket,
    (api, request, options) => api.handOver(ticket.number, request, options),
  );
  const isMoved = team !== ticket.team;

  const chooseTeam = (ref: string) => {
    setTeam(ref);
    // a team that gets the ticket decides itself who works on it
    setPerson(ref === ticket.team ? '' : QUEUE);
  };
  const onSubmit = () =>
    handOver.mutate(
      {
        assignee: person === QUEUE ? null : person,
        team: isMoved ? team : undefined,
        note: mayNote && note.trim() !== '' ? note : undefined,
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
      isSubmitDisabled={team === '' || person === '' || handOver.isUnderWay}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <TeamField
        desk={desk}
        team={team}
        without={mayStay ? null : ticket.team}
        onChoose={chooseTeam}
      />
      <PersonField
        team={team}
        // the ticket is theirs already
        without={isMoved ? null : ticket.assignee}
        queueLabel={t(isMoved ? 'handOver.teamDecides' : 'handOver.queue')}
        person={person}
        onChoose={setPerson}
      />
      {mayNote && (
        <TextArea
          label={t('handOver.note')}
          description={t('conversation.noteHint')}
          value={note}
          onChange={setNote}
          rows={3}
        />
      )}
      <ChangeAlert
        error={handOver.error}
        onRetry={onSubmit}
        onDismiss={onClose}
      />
    </FormDialog>
  );
}
