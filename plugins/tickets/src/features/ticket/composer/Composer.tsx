import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  type AddMessageRequest,
  type DeskDescription,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useRef } from 'react';
import {
  fieldErrorsOf,
  isStale,
  messageOf,
  useTicketChange,
} from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { useDraft } from '../../../lib/useDraft';
import { MarkdownField } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { nextStatuses, StatusMenu } from '../actions/StatusMenu';
import { composerKinds, readComposerDraft } from './composerDraft';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    note: { backgroundColor: alpha(theme.palette.warning.main, 0.15) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    hint: { marginLeft: 'auto' },
    kind: {
      '&, &.Mui-selected': { color: theme.palette.text.primary },
      '&.Mui-selected': { fontWeight: 'bold' },
    },
  }),
  { name: 'PortaldeskComposer' },
);

/** Where messages are written; keyed by the ticket, since it keeps its draft. */
export function Composer(props: { ticket: Ticket; desk: DeskDescription }) {
  const { ticket, desk } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const kinds = composerKinds.filter(kind =>
    ticket.allowedActions.includes(kind),
  );
  const draft = useDraft(
    [desk.caller.ref, 'ticket', ticket.id].join(' '),
    { kind: kinds[0] ?? 'reply', body: '' },
    readComposerDraft,
  );
  const { kind, body } = draft.value;
  const add = useTicketChange<AddMessageRequest>(
    ticket,
    async (api, request, options) => {
      const message = await api.addMessage(ticket.number, request, options);
      draft.clear();
      return message;
    },
  );

  // Known at once, where isPending is known after the next render only.
  const sendingNow = useRef(false);

  if (kinds.length === 0 && body === '') {
    return (
      <div className={classes.root}>
        <Typography variant="body2" color="textSecondary">
          {t('composer.readOnly')}
        </Typography>
      </div>
    );
  }

  // A note must never become a reply by itself because notes are no longer
  // allowed: the text stays, and the writer decides what it shall be.
  const allowed = kinds.includes(kind);
  const maySend = allowed && body.trim() !== '' && !add.isUnderWay;
  const send = (status?: string) => {
    if (maySend && !sendingNow.current) {
      sendingNow.current = true;
      add.mutate(
        { kind, body, status },
        {
          onSettled: () => {
            sendingNow.current = false;
          },
        },
      );
    }
  };

  return (
    <section
      aria-label={t('composer.label')}
      className={
        kind === 'note' ? `${classes.root} ${classes.note}` : classes.root
      }
    >
      {(kinds.length > 1 || !allowed) && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={kind}
          onChange={(_, chosen) => chosen && draft.change({ kind: chosen })}
          aria-label={t('composer.kind')}
        >
          {kinds.map(id => (
            <ToggleButton key={id} value={id} className={classes.kind}>
              {t(`composer.${id}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <MarkdownField
        id="ticket-message"
        label={t('field.message')}
        value={body}
        onChange={text => draft.change({ body: text })}
        helperText={
          kind === 'note' ? t('conversation.noteHint') : t('composer.replyHint')
        }
        disabled={add.isPending}
        minRows={3}
        onSubmit={() => send()}
      />
      {!allowed && (
        <Alert severity="warning">
          {t('composer.notAllowed', { kind: t(`composer.${kind}`) })}
        </Alert>
      )}
      <ComposerError error={add.error} />
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={!maySend}
          onClick={() => send()}
        >
          {add.isPending ? t('composer.sending') : t('composer.send')}
        </Button>
        <StatusMenu
          id="ticket-send-and-set"
          label={t('composer.sendAndSet')}
          // postponing asks for a date, which has no place here
          statuses={nextStatuses(ticket, desk).filter(
            ({ type }) => type !== 'postponed',
          )}
          disabled={!maySend}
          onChoose={status => send(status.id)}
        />
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.hint}
        >
          {t('composer.shortcut')}
        </Typography>
      </div>
    </section>
  );
}

function ComposerError(props: { error: Error | null }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { error } = props;
  if (!error || isStale(error)) {
    return <ChangeAlert error={error} />;
  }
  const [fieldError] = Object.values(fieldErrorsOf(error));
  const reason = fieldError ?? messageOf(error);
  return (
    <Alert severity="error">
      {t('composer.failed', {
        reason: /[.!?]$/.test(reason) ? reason : `${reason}.`,
      })}
    </Alert>
  );
}
