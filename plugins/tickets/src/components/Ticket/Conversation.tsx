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
import { useLayoutEffect, useRef } from 'react';
import { useConversation, useDesk } from '../../hooks';
import { ticketsTranslationRef } from '../../translation';
import { ErrorState, Loading, Time } from '../common';
import { MessageBubble } from './MessageBubble';
import { useEventText } from './useEventText';

const useStyles = makeStyles(
  theme => ({
    entries: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      minHeight: theme.spacing(12),
      padding: theme.spacing(1),
      // The newest stays in sight; small screens scroll as a whole.
      [theme.breakpoints.up('md')]: {
        maxHeight: '60vh',
        overflowY: 'auto',
      },
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
  const scroller = useStickyEnd(entries.at(-1)?.at);
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
        className={classes.entries}
        role="log"
        aria-label={t('conversation.label')}
        // Scrolls, so the keyboard must be able to get there.
        tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
      >
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

/** Shows the end at first, and stays there when something new comes. */
function useStickyEnd(newest: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef<string>();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || newest === shown.current) {
      return;
    }
    const last = element.lastElementChild;
    const fromEnd =
      element.scrollHeight - element.scrollTop - element.clientHeight;
    const grown = last instanceof HTMLElement ? last.offsetHeight : 0;
    if (shown.current === undefined || fromEnd - grown < NEAR_END) {
      element.scrollTop = element.scrollHeight;
    }
    shown.current = newest;
  }, [newest]);
  return scroller;
}
