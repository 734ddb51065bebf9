import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type CannedReply,
  type DeskDescription,
  type Ticket,
  isAnonymousReporter,
} from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { FileDropArea, UploadList, useKeys } from '../../../components';
import { useEntityNames } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import {
  Alert,
  makeStyles,
  MarkdownField,
  SingleChoice,
  Text,
} from '../../../ui';
import { ComposerActions } from './ComposerActions';
import { ComposerError } from './ComposerError';
import { ReplyQuestion } from './ReplyQuestion';
import { type ComposerKind, readComposerKind } from './composerDraft';
import { useComposer } from './useComposer';

const CannedReplyDialog = lazy(() =>
  import('./CannedReplyDialog').then(m => ({ default: m.CannedReplyDialog })),
);

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-2)',
      // over the whole width of the panel that it is in
      margin: '0 calc(-1 * var(--bui-space-2))',
      padding: 'var(--bui-space-3) var(--bui-space-5)',
      borderTop: '1px solid var(--bui-border-1)',
      '@media print': { display: 'none' },
    },
    // a class, since a Box that gets another `bg` remounts what is in it
    note: {
      '--bui-bg-inherit': 'var(--bui-warning-bg-subdued)',
      backgroundColor: 'var(--bui-warning-bg-subdued)',
      borderRadius: '0 0 var(--bui-radius-3) var(--bui-radius-3)',
    },
  },
  { name: 'PortaldeskComposer' },
);

const FIELD = 'ticket-composer-message';

/** The text, or where it is being previewed, the tab of that. */
function focusField() {
  const field = document.getElementById(FIELD);
  const next =
    field?.querySelector('textarea') ??
    field?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  next?.focus();
}

/** Where messages are written; keyed by the ticket, since it keeps its draft. */
export function Composer(props: { ticket: Ticket; desk: DeskDescription }) {
  const { ticket, desk } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const focusAfterSending = useRef(false);
  const composer = useComposer(ticket, desk, () => {
    focusAfterSending.current = true;
  });
  const { kinds, kind, body, uploads, allowed, isSending, question } = composer;
  const { state } = useLocation();
  const [focusAsked, setFocusAsked] = useState(0);
  const write = (chosen: ComposerKind) => {
    // what is written already stays what it is
    if (kinds.includes(chosen) && body === '') {
      composer.chooseKind(chosen);
    }
    setFocusAsked(times => times + 1);
  };
  useKeys({ r: () => write('reply'), n: () => write('note') });
  // a key in a list opened the ticket in order to write
  const writeAsked = useRef(() => {
    const asked = readComposerKind(Object(state).compose);
    if (asked) {
      write(asked);
    }
  });
  useEffect(() => writeAsked.current(), []);
  useEffect(() => {
    if (focusAsked > 0) {
      focusField();
    }
  }, [focusAsked]);
  const [isPicking, setIsPicking] = useState(false);
  const pick =
    desk.cannedReplies && kinds.length > 0
      ? () => setIsPicking(true)
      : undefined;
  const changeBody = (text: string) => {
    // the first character of an empty message calls for one
    if (pick && body === '' && text === '/') {
      pick();
    } else {
      composer.changeBody(text);
    }
  };
  const insert = (reply: CannedReply) => {
    // an internal text must not get into a reply by mistake
    if (reply.kind === 'note' && kinds.includes('note')) {
      composer.chooseKind('note');
    }
    composer.changeBody(body === '' ? reply.body : `${body}\n\n${reply.body}`);
    setFocusAsked(times => times + 1);
  };
  const nameOf = useEntityNames([ticket.requester]);
  const requester = isAnonymousReporter(ticket.requester)
    ? t('actor.anonymous')
    : nameOf(ticket.requester);

  // The button that sent it is out of use by then; the next message begins here.
  useEffect(() => {
    if (!isSending && focusAfterSending.current) {
      focusAfterSending.current = false;
      focusField();
    }
  }, [isSending]);

  if (kinds.length === 0 && body === '' && uploads.items.length === 0) {
    return (
      <div className={classes.root}>
        <Text color="secondary">{t('composer.readOnly')}</Text>
      </div>
    );
  }
  return (
    <section
      aria-label={t('composer.label')}
      className={
        kind === 'note' ? `${classes.root} ${classes.note}` : classes.root
      }
    >
      {(kinds.length > 1 || !allowed) && (
        <SingleChoice
          label={t('composer.kind')}
          options={kinds.map(id => ({ id, title: t(`composer.${id}`) }))}
          chosen={kind}
          onChoose={composer.chooseKind}
        />
      )}
      <div id={FIELD}>
        <FileDropArea uploads={uploads} isDisabled={isSending}>
          <MarkdownField
            label={t('field.message')}
            description={
              kind === 'note'
                ? t('conversation.noteHint')
                : t('composer.replyHint')
            }
            value={body}
            onChange={changeBody}
            isDisabled={isSending}
            rows={3}
            onSubmit={() => composer.send()}
          />
          <UploadList uploads={uploads} isDisabled={isSending} />
        </FileDropArea>
      </div>
      {!allowed && (
        <Alert status="warning">
          {t('composer.notAllowed', { kind: t(`composer.${kind}`) })}
        </Alert>
      )}
      <ComposerError
        error={composer.error}
        onRetry={composer.sendAgain}
        onDismiss={composer.dismissError}
      />
      <ComposerActions
        ticket={ticket}
        desk={desk}
        kind={kind}
        uploads={uploads}
        mayNote={kinds.includes('note')}
        requester={requester}
        maySend={composer.maySend}
        isSending={isSending}
        onSend={composer.send}
        onPickCannedReply={pick}
      />
      {isPicking && (
        <Suspense fallback={null}>
          <CannedReplyDialog
            ticket={ticket}
            desk={desk}
            onInsert={insert}
            onSent={() => setFocusAsked(times => times + 1)}
            onClose={() => setIsPicking(false)}
          />
        </Suspense>
      )}
      {question && (
        <ReplyQuestion
          doubt={question.doubt}
          requester={requester}
          onReply={question.asReply}
          onNote={question.asNote}
          onClose={question.close}
        />
      )}
    </section>
  );
}
