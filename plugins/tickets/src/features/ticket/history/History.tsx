import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket, TicketEvent } from '@portaldesk/plugin-tickets-common';
import { Loaded, NotRefreshed } from '../../../components';
import { useEvents } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, ErrorBoundary, makeStyles, Text, Time } from '../../../ui';
import { useEventText } from '../useEventText';

const useStyles = makeStyles(
  {
    timeline: {
      listStyle: 'none',
      margin: 0,
      padding: 'var(--bui-space-4)',
    },
    event: {
      position: 'relative',
      padding: '0 0 var(--bui-space-4) var(--bui-space-5)',
      borderLeft: '2px solid var(--bui-border-2)',
      overflowWrap: 'anywhere',
      '&::before': {
        content: '""',
        position: 'absolute',
        left: -6,
        top: 6,
        width: 10,
        height: 10,
        borderRadius: '50%',
        backgroundColor: 'var(--bui-fg-secondary)',
      },
      '&:last-child': { borderLeftColor: 'transparent' },
    },
  },
  { name: 'PortaldeskHistory' },
);

/** Everything that happened to a ticket, newest first. */
export function History(props: {
  ticket: Ticket;
  /** Whether the ticket itself is: otherwise that is said already. */
  isRefreshed: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const events = useEvents(props.ticket.number);

  return (
    <Loaded
      query={events}
      loading={t('ticket.loading')}
      failed={t('history.failed')}
    >
      {({ items }) => (
        <>
          {props.isRefreshed && <NotRefreshed query={events} />}
          <ol className={classes.timeline} aria-label={t('history.label')}>
            {items.map(event => (
              <ErrorBoundary
                key={event.id}
                content={event}
                fallback={
                  <li className={classes.event}>
                    {t('conversation.entryFailed')}
                  </li>
                }
              >
                <HistoryEntry event={event} />
              </ErrorBoundary>
            ))}
            {items.length === 0 && (
              <li>
                <Text color="secondary">{t('history.empty')}</Text>
              </li>
            )}
          </ol>
          {events.hasEarlier && (
            <Button
              variant="tertiary"
              isDisabled={events.isLoadingEarlier}
              onPress={events.loadEarlier}
            >
              {t('history.more')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

function HistoryEntry(props: { event: TicketEvent }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { sentence, change, reason } = useEventText()(props.event);
  return (
    <li className={classes.event}>
      <Text as="div">{sentence}</Text>
      {change && (
        <Text as="div" color="secondary">
          {t('event.change', change)}
        </Text>
      )}
      {reason && (
        <Text as="div" color="secondary">
          {reason}
        </Text>
      )}
      <Text as="div" variant="body-x-small" color="secondary">
        <Time at={props.event.at} absolute />
        {props.event.origin &&
          ` · ${t('history.origin', { number: props.event.origin })}`}
      </Text>
    </li>
  );
}
