import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import {
  MAX_SUBJECT_LENGTH,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTicketChange } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ChangeAlert } from './ChangeAlert';
import { useAnnounce } from './useAnnounce';

const useStyles = makeStyles(
  theme => ({
    heading: { overflowWrap: 'anywhere' },
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      width: '100%',
    },
    field: { flex: `1 1 ${theme.spacing(30)}px` },
  }),
  { name: 'PortaldeskSubject' },
);

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
    <Typography variant="h4" component="h2" className={classes.heading}>
      {ticket.subject}
      {ticket.allowedActions.includes('edit') && (
        <IconButton
          size="small"
          aria-label={t('ticket.editSubject')}
          title={t('ticket.editSubject')}
          onClick={() => setEditing(true)}
        >
          <EditIcon fontSize="small" />
        </IconButton>
      )}
    </Typography>
  );
}

function SubjectForm(props: { ticket: Ticket; onDone: () => void }) {
  const { ticket, onDone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const announce = useAnnounce();
  const [subject, setSubject] = useState(ticket.subject);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const edit = useTicketChange<string>(ticket, (api, changed, options) =>
    api.editTicket(ticket.number, { subject: changed }, options),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate(subject, {
      onSuccess: () => {
        announce(t('ticket.saved'));
        onDone();
      },
    });
  };

  return (
    <>
      <form className={classes.form} onSubmit={onSubmit}>
        <TextField
          id="ticket-subject"
          className={classes.field}
          label={t('field.subject')}
          value={subject}
          onChange={event => setSubject(event.target.value)}
          inputProps={{ maxLength: MAX_SUBJECT_LENGTH }}
          variant="outlined"
          size="small"
          inputRef={field}
        />
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={subject.trim() === '' || edit.isUnderWay}
        >
          {t('ticket.save')}
        </Button>
        <Button onClick={onDone}>{t('ticket.cancel')}</Button>
      </form>
      <ChangeAlert error={edit.error} />
    </>
  );
}
