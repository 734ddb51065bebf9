import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
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
import {
  Alert,
  Box,
  Button,
  makeStyles,
  MarkdownField,
  SingleChoice,
  Text,
} from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { nextStatuses } from '../actions/nextStatuses';
import { StatusMenu } from '../actions/StatusMenu';
import { composerKinds, readComposerDraft } from './composerDraft';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-2)',
      padding: 'var(--bui-space-3)',
      borderTop: '1px solid var(--bui-border-1)',
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
    },
    hint: { marginLeft: 'auto' },
  },
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
        <Text color="secondary">{t('composer.readOnly')}</Text>
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
    <Box
      as="section"
      bg={kind === 'note' ? 'warning' : undefined}
      aria-label={t('composer.label')}
      className={classes.root}
    >
      {(kinds.length > 1 || !allowed) && (
        <SingleChoice
          label={t('composer.kind')}
          options={kinds.map(id => ({ id, title: t(`composer.${id}`) }))}
          chosen={kind}
          onChoose={chosen => draft.change({ kind: chosen })}
        />
      )}
      <MarkdownField
        label={t('field.message')}
        description={
          kind === 'note' ? t('conversation.noteHint') : t('composer.replyHint')
        }
        value={body}
        onChange={text => draft.change({ body: text })}
        isDisabled={add.isPending}
        rows={4}
        onSubmit={() => send()}
      />
      {!allowed && (
        <Alert status="warning">
          {t('composer.notAllowed', { kind: t(`composer.${kind}`) })}
        </Alert>
      )}
      <ComposerError error={add.error} />
      <div className={classes.actions}>
        <Button isDisabled={!maySend} onPress={() => send()}>
          {add.isPending ? t('composer.sending') : t('composer.send')}
        </Button>
        <StatusMenu
          label={t('composer.sendAndSet')}
          // postponing asks for a date, which has no place here
          statuses={nextStatuses(ticket, desk).filter(
            ({ type }) => type !== 'postponed',
          )}
          isDisabled={!maySend}
          onChoose={status => send(status.id)}
        />
        <Text variant="body-x-small" color="secondary" className={classes.hint}>
          {t('composer.shortcut')}
        </Text>
      </div>
    </Box>
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
    <Alert status="danger">
      {t('composer.failed', {
        reason: /[.!?]$/.test(reason) ? reason : `${reason}.`,
      })}
    </Alert>
  );
}
