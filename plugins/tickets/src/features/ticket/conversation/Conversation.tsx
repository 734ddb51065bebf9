import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Side,
  Ticket,
  TicketEvent,
} from '@portaldesk/plugin-tickets-common';
import { useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ErrorBoundary, ErrorState, Loading, Time } from '../../../ui';
import { useEventText } from '../useEventText';
import { MessageBubble } from './MessageBubble';
import { StickToBottom } from './StickToBottom';
import { type ConversationEntry, useConversation } from './useConversation';

const useStyles = makeStyles(
  theme => ({
    entries: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      minHeight: theme.spacing(12),
      padding: theme.spacing(1),
    },
    event: { alignSelf: 'center', textAlign: 'center' },
    earlier: { alignSelf: 'center', flex: 'none' },
  }),
  { name: 'PortaldeskConversation' },
);

/** What was said and what happened, like a messenger. */
export function Conversation(props: { ticket: Ticket }) {
  const { ticket } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const { entries, messages, events } = useConversation(ticket.number);
  const side = sideOfReader(ticket);

  if (messages.isPending) {
    return <Loading label={t('ticket.loading')} />;
  }
  if (messages.isError && !messages.data) {
    return (
      <ErrorState
        title={t('conversation.failed')}
        error={messages.error}
        onRetry={() => messages.refetch()}
      />
    );
  }
  return (
    <>
      <StickToBottom
        label={t('conversation.label')}
        mustShow={lastSentBy(desk?.caller.ref, entries)}
      >
        <div className={classes.entries}>
          {messages.hasEarlier && (
            <Button
              size="small"
              className={classes.earlier}
              disabled={messages.isLoadingEarlier}
              onClick={() => messages.loadEarlier()}
            >
              {t('conversation.earlier')}
            </Button>
          )}
          {entries.map(entry => (
            <ErrorBoundary
              key={entry.type === 'message' ? entry.message.id : entry.event.id}
              content={entry.type === 'message' ? entry.message : entry.event}
              fallback={<FailedEntry />}
            >
              {entry.type === 'message' ? (
                <MessageBubble
                  message={entry.message}
                  mine={entry.message.author === desk?.caller.ref}
                  ownSide={
                    entry.message.author === desk?.caller.ref ||
                    entry.message.side === side
                  }
                />
              ) : (
                <EventLine event={entry.event} />
              )}
            </ErrorBoundary>
          ))}
          {entries.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('conversation.empty')}
            </Typography>
          )}
        </div>
      </StickToBottom>
      {(events.isError || events.earlierFailed) && (
        <Box px={1}>
          <Typography variant="caption" color="textSecondary">
            {t('conversation.eventsFailed')}
          </Typography>
        </Box>
      )}
    </>
  );
}

/** Instead of a message or an event, so that the others can still be read. */
function FailedEntry() {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Typography
      variant="caption"
      color="error"
      component="div"
      className={classes.event}
    >
      {t('conversation.entryFailed')}
    </Typography>
  );
}

function EventLine(props: { event: TicketEvent }) {
  const classes = useStyles();
  const eventText = useEventText();
  return (
    <Typography
      variant="caption"
      color="textSecondary"
      component="div"
      className={classes.event}
    >
      {eventText(props.event).sentence} · <Time at={props.event.at} />
    </Typography>
  );
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
