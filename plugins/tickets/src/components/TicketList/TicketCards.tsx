import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import {
  type DataTableSelection,
  Flex,
  makeStyles,
  Text,
  TickBox,
  Time,
} from '../../ui';
import { TicketStatus } from '../Light';
import { AssetCell } from './AssetCell';
import { Due } from './Due';
import { EntityName } from './EntityName';
import { Priority } from './Priority';
import { RowLink } from './RowLink';
import type { PlaceOf } from './useOpenTicket';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    card: {
      position: 'relative',
      padding: 'var(--bui-space-3)',
      marginBottom: 'var(--bui-space-2)',
      border: '1px solid var(--bui-border-1)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'var(--bui-bg-neutral-1)',
      overflowWrap: 'anywhere',
    },
    // The link covers the whole card; what is above it can be pressed alone.
    subject: {
      '& a::after': { content: '""', position: 'absolute', inset: 0 },
    },
    box: { position: 'relative', zIndex: 1 },
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
export function TicketCards(props: {
  tickets: Ticket[];
  hideAsset?: boolean;
  selection?: DataTableSelection;
  placeOf: PlaceOf;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { selection } = props;
  return (
    <ul className={classes.list} aria-label={t('list.label')}>
      {props.tickets.map(ticket => (
        <li key={ticket.id} className={classes.card}>
          <Flex justify="between" gap="2">
            <Text color="secondary">
              {selection && (
                <span className={classes.box}>
                  <TickBox
                    label={selection.labels.row(ticket.id)}
                    isTicked={selection.isSelected(ticket.id)}
                    onToggle={extend => selection.onToggle(ticket.id, extend)}
                  />{' '}
                </span>
              )}
              {ticket.number}
            </Text>
            <Text>
              <TicketStatus ticket={ticket} />
            </Text>
          </Flex>
          <Text as="div" className={classes.subject}>
            <RowLink ticket={ticket} place={props.placeOf(ticket)} />
          </Text>
          <Text
            as="div"
            variant="body-small"
            color="secondary"
            className={classes.facts}
          >
            {!props.hideAsset && <AssetCell assets={ticket.assets} />}
            <EntityName entityRef={ticket.requester} missing="" />
            <EntityName entityRef={ticket.team} missing={t('none.team')} />
            <EntityName
              entityRef={ticket.assignee}
              missing={t('none.assignee')}
            />
            <Priority priority={ticket.priority} />
            <Due ticket={ticket} />
            <Time at={ticket.updatedAt} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
