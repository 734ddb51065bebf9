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
import { type UIEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { type ConversationEntry, useConversation, useDesk } from '../../hooks';
import { ticketsTranslationRef } from '../../translation';
import { ErrorState, Loading, Time } from '../common';
import { MessageBubble } from './MessageBubble';
import { useEventText } from './useEventText';

const useStyles = makeStyles(
  theme => ({
    scroller: {
      // The newest stays in sight; small screens scroll as a whole.
      [theme.breakpoints.up('md')]: {
        maxHeight: '60vh',
        overflowY: 'auto',
      },
    },
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

/** How far from its end a conversation still counts as read to the end, in pixels. */
const NEAR_END = 80;

/** What was said and what happened, like a messenger. */
export function Conversation(props: { ticket: Ticket }) {
  const { ticket } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const { entries, messages, events } = useConversation(ticket.number);
  const { scroller, content, onScroll } = useStickyEnd(
    entries.at(-1),
    desk?.caller.ref,
  );
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
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={onScroll}
        role="log"
        aria-label={t('conversation.label')}
        // Scrolls, so the keyboard must be able to get there.
        tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
      >
        <div ref={content} className={classes.entries}>
          {messages.hasNextPage && (
            <Button
              size="small"
              className={classes.earlier}
              disabled={messages.isFetchingNextPage}
              onClick={() => messages.fetchNextPage()}
            >
              {t('conversation.earlier')}
            </Button>
          )}
          {entries.map(entry =>
            entry.type === 'message' ? (
              <MessageBubble
                key={entry.message.id}
                message={entry.message}
                mine={entry.message.author === desk?.caller.ref}
                ownSide={
                  entry.message.author === desk?.caller.ref ||
                  entry.message.side === side
                }
              />
            ) : (
              <EventLine key={entry.event.id} event={entry.event} />
            ),
          )}
          {entries.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('conversation.empty')}
            </Typography>
          )}
        </div>
      </div>
      {events.isError && (
        <Box px={1}>
          <Typography variant="caption" color="textSecondary">
            {t('conversation.eventsFailed')}
          </Typography>
        </Box>
      )}
    </>
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

/** Those who see notes work for the team; everybody else asks. */
function sideOfReader(ticket: Ticket): Side {
  return ticket.allowedActions.includes('note') ? 'team' : 'requester';
}

/**
 * Keeps the end in sight until the reader scrolls away from it, whatever
 * grows meanwhile, and goes back there for what the reader sends.
 */
function useStickyEnd(newest: ConversationEntry | undefined, me?: string) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);

  useLayoutEffect(() => {
    if (newest?.type === 'message' && newest.message.author === me) {
      pinned.current = true;
    }
    showEnd(scroller.current, pinned.current);
  }, [newest, me]);

  const shown = newest !== undefined;
  useEffect(() => {
    if (!shown || !content.current || !('ResizeObserver' in window)) {
      return undefined;
    }
    const observer = new ResizeObserver(() =>
      showEnd(scroller.current, pinned.current),
    );
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [shown]);

  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    pinned.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
  };
  return { scroller, content, onScroll };
}

function showEnd(element: HTMLElement | null, pinned: boolean) {
  if (element && pinned) {
    element.scrollTop = element.scrollHeight;
  }
}
