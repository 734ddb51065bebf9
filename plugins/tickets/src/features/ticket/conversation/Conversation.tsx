import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Message,
  Side,
  Ticket,
  TicketAction,
  TicketEvent,
} from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { Loaded, NotRefreshed } from '../../../components';
import { useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import {
  Box,
  Button,
  ErrorBoundary,
  makeStyles,
  Text,
  Time,
} from '../../../ui';
import { useEventText } from '../useEventText';
import { MessageBubble } from './MessageBubble';
import { StickToBottom } from './StickToBottom';
import { type ConversationEntry, useConversation } from './useConversation';

const SplitDialog = lazy(() =>
  import('../relations/SplitDialog').then(m => ({ default: m.SplitDialog })),
);

const RedactDialog = lazy(() =>
  import('./RedactDialog').then(m => ({ default: m.RedactDialog })),
);

const useStyles = makeStyles(
  {
    entries: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-2)',
      minHeight: '6rem',
      padding: 'var(--bui-space-2)',
    },
    event: { alignSelf: 'center', textAlign: 'center' },
    earlier: { alignSelf: 'center', flex: 'none' },
  },
  { name: 'PortaldeskConversation' },
);

/** What was said and what happened, like a messenger. */
export function Conversation(props: {
  ticket: Ticket;
  /** Whether the ticket itself is: otherwise that is said already. */
  isRefreshed: boolean;
}) {
  const { ticket } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const { entries, messages, events } = useConversation(ticket.number);
  const side = sideOfReader(ticket);
  const [split, setSplit] = useState<Message>();
  const [redacted, setRedacted] = useState<Message>();
  const may = (action: TicketAction) => ticket.allowedActions.includes(action);

  return (
    <Loaded
      query={messages}
      loading={t('ticket.loading')}
      failed={t('conversation.failed')}
    >
      {() => (
        <>
          {props.isRefreshed && <NotRefreshed query={messages} />}
          <StickToBottom
            label={t('conversation.label')}
            mustShow={lastSentBy(desk?.caller.ref, entries)}
          >
            <div className={classes.entries}>
              {messages.hasEarlier && (
                <Button
                  variant="tertiary"
                  className={classes.earlier}
                  isDisabled={messages.isLoadingEarlier}
                  onPress={messages.loadEarlier}
                >
                  {t('conversation.earlier')}
                </Button>
              )}
              {entries.map(entry => (
                <Entry
                  key={idOf(entry)}
                  entry={entry}
                  reader={desk?.caller.ref}
                  side={side}
                  onSplit={may('split') ? setSplit : undefined}
                  onRedact={may('redact') ? setRedacted : undefined}
                />
              ))}
              {entries.length === 0 && (
                <Text color="secondary">{t('conversation.empty')}</Text>
              )}
            </div>
          </StickToBottom>
          {split && (
            <Suspense fallback={null}>
              <SplitDialog
                ticket={ticket}
                message={split}
                onClose={() => setSplit(undefined)}
              />
            </Suspense>
          )}
          {redacted && (
            <Suspense fallback={null}>
              <RedactDialog
                ticket={ticket}
                message={redacted}
                onClose={() => setRedacted(undefined)}
              />
            </Suspense>
          )}
          {(events.isError || events.earlierFailed) && (
            <Box px="2">
              <Text variant="body-x-small" color="secondary">
                {t('conversation.eventsFailed')}
              </Text>
            </Box>
          )}
        </>
      )}
    </Loaded>
  );
}

function Entry(props: {
  entry: ConversationEntry;
  reader: string | undefined;
  /** The side of the reader. */
  side: Side;
  /** Absent: replies cannot be split off. */
  onSplit?: (message: Message) => void;
  /** Absent: what messages say cannot be removed. */
  onRedact?: (message: Message) => void;
}) {
  const { onSplit, onRedact } = props;
  const { entry, reader, side } = props;
  if (entry.type === 'event') {
    return (
      <ErrorBoundary content={entry.event} fallback={<FailedEntry />}>
        <EventLine event={entry.event} />
      </ErrorBoundary>
    );
  }
  const { message } = entry;
  const mine = message.author === reader;
  return (
    <ErrorBoundary content={message} fallback={<FailedEntry />}>
      <MessageBubble
        message={message}
        mine={mine}
        ownSide={mine || message.side === side}
        onSplit={
          onSplit && message.kind === 'reply' && !message.redacted
            ? () => onSplit(message)
            : undefined
        }
        onRedact={
          onRedact && isWhole(message) ? () => onRedact(message) : undefined
        }
      />
    </ErrorBoundary>
  );
}

/** Whether anything of it is left to be removed. */
function isWhole({ redacted, attachments }: Message): boolean {
  return !redacted || attachments.length > 0;
}

/** Instead of a message or an event, so that the others can still be read. */
function FailedEntry() {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Text
      as="div"
      variant="body-x-small"
      color="danger"
      className={classes.event}
    >
      {t('conversation.entryFailed')}
    </Text>
  );
}

function EventLine(props: { event: TicketEvent }) {
  const classes = useStyles();
  const eventText = useEventText();
  return (
    <Text
      as="div"
      variant="body-x-small"
      color="secondary"
      className={classes.event}
    >
      {eventText(props.event).sentence} · <Time at={props.event.at} />
    </Text>
  );
}

function idOf(entry: ConversationEntry): string {
  return entry.type === 'message' ? entry.message.id : entry.event.id;
}

/** The id of the last message, if this person sent it. */
function lastSentBy(
  person: string | undefined,
  entries: readonly ConversationEntry[],
): string | undefined {
  const messages = entries.flatMap(entry =>
    entry.type === 'message' ? [entry.message] : [],
  );
  const last = messages.at(-1);
  return last?.author === person ? last?.id : undefined;
}

/** Those who see notes work for the team; everybody else asks. */
function sideOfReader(ticket: Ticket): Side {
  return ticket.allowedActions.includes('note') ? 'team' : 'requester';
}
