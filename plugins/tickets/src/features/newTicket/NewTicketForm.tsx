import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fieldErrorsOf, messageOf, useFileTicket } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { useDraft } from '../../lib/useDraft';
import { rootRouteRef, ticketRouteRef } from '../../routes';
import { MarkdownField } from '../../ui';
import { AssetsField } from './AssetsField';
import { CategoryTiles } from './CategoryTiles';
import {
  validateDraft,
  emptyDraft,
  limitOf,
  priorityOf,
  readDraft,
  requestOf,
} from './newTicketDraft';

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
      maxWidth: theme.spacing(110),
    },
    priority: { maxWidth: theme.spacing(30) },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'PortaldeskNewTicketForm' },
);

/** Files a ticket; what is typed outlives errors and reloads. */
export function NewTicketForm(props: {
  desk: DeskDescription;
  /** The entities that the form was opened for. */
  assets: string[];
}) {
  const { desk, assets } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(rootRouteRef)();
  const ticketPath = useRouteRef(ticketRouteRef);
  const draft = useDraft(
    newTicketDraftName(desk, assets),
    emptyDraft(assets),
    readDraft,
  );
  const { value, change } = draft;
  const [checking, setChecking] = useState(false);

  const filing = useFileTicket(({ number }) => {
    draft.clear();
    alertApi.post({
      message: t('newTicket.filed', { number }),
      severity: 'success',
      display: 'transient',
    });
    navigate(ticketPath({ number }));
  });

  const problems = validateDraft(value);
  const refused = fieldErrorsOf(filing.error);
  const errorOf = (field: 'subject' | 'message' | 'assets') => {
    const problem = checking ? problems[field] : undefined;
    return problem
      ? t(`newTicket.${problem}`, { max: String(limitOf[problem]) })
      : refused[field];
  };

  // Known at once, where isPending is known after the next render only.
  const filingNow = useRef(false);
  const submit = () => {
    setChecking(true);
    if (Object.keys(problems).length === 0 && !filingNow.current) {
      filingNow.current = true;
      filing.mutate(requestOf(value, desk), {
        onSettled: () => {
          filingNow.current = false;
        },
      });
    } else if (problems.subject) {
      document.getElementById('tickets-new-subject')?.focus();
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };

  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {draft.restored && (
        <Alert
          severity="info"
          action={
            <Button size="small" color="inherit" onClick={draft.clear}>
              {t('newTicket.discardDraft')}
            </Button>
          }
        >
          {t('newTicket.draftRestored')}
        </Alert>
      )}
      {desk.categories.length > 0 && (
        <CategoryTiles
          categories={desk.categories}
          chosen={value.category}
          error={refused.category}
          onChoose={category => change({ category })}
        />
      )}
      <TextField
        id="tickets-new-subject"
        label={t('field.subject')}
        value={value.subject}
        onChange={event => change({ subject: event.target.value })}
        error={errorOf('subject') !== undefined}
        helperText={errorOf('subject') ?? t('newTicket.subjectHint')}
        variant="outlined"
        required
        fullWidth
        InputLabelProps={{ required: false }}
      />
      <MarkdownField
        id="tickets-new-message"
        label={t('field.message')}
        value={value.message}
        onChange={message => change({ message })}
        error={errorOf('message') !== undefined}
        helperText={errorOf('message') ?? t('newTicket.messageHint')}
        minRows={6}
        onSubmit={submit}
      />
      <TextField
        select
        id="tickets-new-priority"
        className={classes.priority}
        label={t('field.priority')}
        value={priorityOf(value, desk)}
        onChange={event => change({ priority: event.target.value })}
        error={refused.priority !== undefined}
        helperText={refused.priority}
        variant="outlined"
        size="small"
      >
        {desk.priorities.map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      <AssetsField
        assets={value.assets}
        error={errorOf('assets')}
        onChange={changed => change({ assets: changed })}
      />
      {filing.isError && (
        <Alert severity="error">
          {Object.keys(refused).length > 0
            ? t('newTicket.checkFields')
            : t('newTicket.failed', { reason: sentence(filing.error) })}
        </Alert>
      )}
      <Box className={classes.actions}>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={filing.isPending}
        >
          {filing.isPending ? t('newTicket.filing') : t('newTicket.file')}
        </Button>
        <LinkButton to={listPath}>{t('newTicket.cancel')}</LinkButton>
      </Box>
    </form>
  );
}

/** A draft belongs to a person and to what the form was opened for. */
export function newTicketDraftName(desk: DeskDescription, assets: string[]) {
  return [desk.caller.ref, 'new', ...[...assets].sort()].join(' ');
}

function sentence(error: Error) {
  const text = messageOf(error).trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
