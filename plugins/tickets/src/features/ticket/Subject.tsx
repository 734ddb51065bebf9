import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  MAX_SUBJECT_LENGTH,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import { type FormEvent, useEffect, useState } from 'react';
import { useTicketChange } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import {
  Button,
  ButtonIcon,
  EditIcon,
  Flex,
  makeStyles,
  Text,
  TextField,
  useToast,
} from '../../ui';
import { ChangeAlert } from './ChangeAlert';

const useStyles = makeStyles(
  {
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: 'var(--bui-space-2)',
      width: '100%',
    },
    field: { flex: '1 1 15rem' },
    heading: { overflowWrap: 'anywhere' },
  },
  { name: 'PortaldeskSubject' },
);

const FIELD = 'ticket-subject';

/** The subject as the heading of the page; editable for those who may. */
export function Subject(props: { ticket: Ticket }) {
  const { ticket } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [editing, setEditing] = useState(false);
  if (editing) {
    return <SubjectForm ticket={ticket} onDone={() => setEditing(false)} />;
  }
  return (
    <Flex align="center" gap="1">
      <Text
        as="h2"
        variant="title-small"
        weight="bold"
        className={classes.heading}
      >
        {ticket.subject}
      </Text>
      {ticket.allowedActions.includes('edit') && (
        <ButtonIcon
          variant="tertiary"
          aria-label={t('ticket.editSubject')}
          icon={<EditIcon fontSize="small" />}
          onPress={() => setEditing(true)}
        />
      )}
    </Flex>
  );
}

function SubjectForm(props: { ticket: Ticket; onDone: () => void }) {
  const { ticket, onDone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const toast = useToast();
  const [subject, setSubject] = useState(ticket.subject);
  useEffect(() => document.getElementById(FIELD)?.focus(), []);
  const edit = useTicketChange<string>(ticket, (api, changed, options) =>
    api.editTicket(ticket.number, { subject: changed }, options),
  );
  const save = () =>
    edit.mutate(subject, {
      onSuccess: () => {
        toast.success(t('ticket.saved'));
        onDone();
      },
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };

  return (
    <>
      <form className={classes.form} onSubmit={onSubmit}>
        <TextField
          id={FIELD}
          className={classes.field}
          label={t('field.subject')}
          value={subject}
          onChange={setSubject}
          maxLength={MAX_SUBJECT_LENGTH}
        />
        <Button
          type="submit"
          isDisabled={subject.trim() === '' || edit.isUnderWay}
        >
          {t('ticket.save')}
        </Button>
        <Button variant="secondary" onPress={onDone}>
          {t('ticket.cancel')}
        </Button>
      </form>
      <ChangeAlert
        error={edit.error}
        retryLabel={t('stale.saveMine')}
        dismissLabel={t('stale.takeTheirs')}
        onRetry={save}
        onDismiss={onDone}
      />
    </>
  );
}
