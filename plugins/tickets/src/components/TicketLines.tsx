import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import { useTicketList } from '../data';
import { ticketsTranslationRef } from '../i18n';
import { makeStyles, Text, Time } from '../ui';
import { TicketStatus } from './Light';
import { Loaded } from './Loaded';
import { NotRefreshed } from './NotRefreshed';
import { TicketLink } from './TicketList/TicketLink';

const NAMED = 5;

const useStyles = makeStyles(
  {
    tickets: { listStyle: 'none', margin: 0, padding: 0 },
    ticket: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '0 var(--bui-space-4)',
    },
  },
  { name: 'PortaldeskTicketLines' },
);

/** The first few tickets of a filter where there is no room for a table, the most urgent first. */
export function TicketLines(props: {
  filter: TicketFilter;
  /** What the tickets are, for those who cannot see where they stand. */
  label: string;
  /** Said where there is none. */
  empty: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const list = useTicketList({
    ...props.filter,
    sort: 'priority',
    order: 'desc',
    limit: NAMED,
  });
  return (
    <Loaded query={list} loading={t('list.loading')} failed={t('list.failed')}>
      {({ items }) => (
        <>
          <NotRefreshed query={list} />
          {items.length === 0 ? (
            <Text color="secondary">{props.empty}</Text>
          ) : (
            <ul className={classes.tickets} aria-label={props.label}>
              {items.map(ticket => (
                <li key={ticket.id} className={classes.ticket}>
                  <TicketLink ticket={ticket} />
                  <Text
                    as="div"
                    variant="body-x-small"
                    color="secondary"
                    className={classes.facts}
                  >
                    <span>{ticket.number}</span>
                    <TicketStatus ticket={ticket} />
                    <Time at={ticket.createdAt} />
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Loaded>
  );
}
