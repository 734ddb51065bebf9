import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { Flex, makeStyles, Text, Time } from '../../ui';
import { TicketStatus } from '../Light';
import { RefLink } from '../RefLink';
import { useTitles } from '../useTitles';
import { AssetCell, RefOrMissing } from './AssetCell';
import { TicketLink } from './TicketLink';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    card: {
      padding: 'var(--bui-space-3)',
      marginBottom: 'var(--bui-space-2)',
      border: '1px solid var(--bui-border-1)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'var(--bui-bg-neutral-1)',
      overflowWrap: 'anywhere',
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-1) var(--bui-space-4)',
      marginTop: 'var(--bui-space-2)',
    },
  },
  { name: 'PortaldeskTicketCards' },
);

/** Tickets one below the other, for narrow screens. */
export function TicketCards(props: { tickets: Ticket[]; hideAsset?: boolean }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  return (
    <ul className={classes.list} aria-label={t('list.label')}>
      {props.tickets.map(ticket => (
        <li key={ticket.id} className={classes.card}>
          <Flex justify="between" gap="2">
            <Text color="secondary">{ticket.number}</Text>
            <Text>
              <TicketStatus ticket={ticket} />
            </Text>
          </Flex>
          <TicketLink ticket={ticket} weight="bold" />
          <Text as="div" className={classes.facts}>
            {!props.hideAsset && <AssetCell assets={ticket.assets} />}
            <RefLink entityRef={ticket.requester} />
            <RefOrMissing entityRef={ticket.team} missing={t('none.team')} />
            <RefOrMissing
              entityRef={ticket.assignee}
              missing={t('none.assignee')}
            />
            <span>{titles.priority(ticket.priority)}</span>
            <Time at={ticket.updatedAt} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
