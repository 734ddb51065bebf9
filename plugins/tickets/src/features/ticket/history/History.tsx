import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Ticket, TicketEvent } from '@portaldesk/plugin-tickets-common';
import { useEvents } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ErrorBoundary, ErrorState, Loading, Time } from '../../../ui';
import { useEventText } from '../useEventText';

const useStyles = makeStyles(
  theme => ({
    timeline: {
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(2),
    },
    event: {
      position: 'relative',
      padding: theme.spacing(0, 0, 2, 3),
      borderLeft: `2px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&::before': {
        content: '""',
        position: 'absolute',
        left: -6,
        top: 6,
        width: 10,
        height: 10,
        borderRadius: '50%',
        backgroundColor: theme.palette.text.secondary,
      },
      '&:last-child': { borderLeftColor: 'transparent' },
    },
  }),
  { name: 'PortaldeskHistory' },
);

/** Everything that happened to a ticket, newest first. */
export function History(props: { ticket: Ticket }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const events = useEvents(props.ticket.number);

  if (events.isPending) {
    return <Loading label={t('ticket.loading')} />;
  }
  if (events.isError && !events.data) {
    return (
      <ErrorState
        title={t('history.failed')}
        error={events.error}
        onRetry={() => events.refetch()}
      />
    );
  }
  const { items } = events.data;
  return (
    <>
      <ol className={classes.timeline} aria-label={t('history.label')}>
        {items.map(event => (
          <ErrorBoundary
            key={event.id}
            content={event}
            fallback={
              <li className={classes.event}>{t('conversation.entryFailed')}</li>
            }
          >
            <HistoryEntry event={event} />
          </ErrorBoundary>
        ))}
        {items.length === 0 && (
          <Typography variant="body2" component="li">
            {t('history.empty')}
          </Typography>
        )}
      </ol>
      {events.hasEarlier && (
        <Button
          disabled={events.isLoadingEarlier}
          onClick={() => events.loadEarlier()}
        >
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

function HistoryEntry(props: { event: TicketEvent }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { sentence, change, reason } = useEventText()(props.event);
  return (
    <li className={classes.event}>
      <Typography variant="body2" component="div">
        {sentence}
      </Typography>
      {change && (
        <Typography variant="body2" color="textSecondary" component="div">
          {t('event.change', change)}
        </Typography>
      )}
      {reason && (
        <Typography variant="body2" color="textSecondary" component="div">
          {reason}
        </Typography>
      )}
      <Typography variant="caption" color="textSecondary" component="div">
        <Time at={props.event.at} absolute />
        {props.event.origin &&
          ` · ${t('history.origin', { number: props.event.origin })}`}
      </Typography>
    </li>
  );
}
