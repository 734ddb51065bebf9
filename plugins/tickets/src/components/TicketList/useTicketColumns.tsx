import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { type DataTableColumn, makeStyles, Time } from '../../ui';
import { Away } from '../Away';
import { TicketStatus } from '../Light';
import { RefLink } from '../RefLink';
import { useTitles } from '../useTitles';
import { AssetCell, RefOrMissing } from './AssetCell';
import { TicketLink } from './TicketLink';

const useStyles = makeStyles(
  {
    short: { whiteSpace: 'nowrap' },
    subject: { minWidth: '11rem', overflowWrap: 'anywhere' },
  },
  { name: 'PortaldeskTicketColumns' },
);

/** What a table says of a ticket. */
export function useTicketColumns(): DataTableColumn<Ticket>[] {
  const { short, subject } = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  return [
    {
      id: 'number',
      title: t('field.number'),
      className: short,
      render: ticket => (
        <TicketLink ticket={ticket}>{ticket.number}</TicketLink>
      ),
    },
    {
      id: 'subject',
      title: t('field.subject'),
      isRowHeader: true,
      className: subject,
      render: ticket => <TicketLink ticket={ticket} weight="bold" />,
    },
    {
      id: 'asset',
      title: t('field.asset'),
      render: ticket => <AssetCell assets={ticket.assets} />,
    },
    {
      id: 'requester',
      title: t('field.requester'),
      render: ticket => <RefLink entityRef={ticket.requester} hideIcon />,
    },
    {
      id: 'team',
      title: t('field.team'),
      render: ticket => (
        <RefOrMissing entityRef={ticket.team} missing={t('none.team')} />
      ),
    },
    {
      id: 'assignee',
      title: t('field.assignee'),
      render: ticket => (
        <>
          <RefOrMissing
            entityRef={ticket.assignee}
            missing={t('none.assignee')}
          />
          <Away person={ticket.assignee} />
        </>
      ),
    },
    {
      id: 'priority',
      title: t('field.priority'),
      className: short,
      render: ticket => titles.priority(ticket.priority),
    },
    {
      id: 'status',
      title: t('field.status'),
      render: ticket => <TicketStatus ticket={ticket} />,
    },
    {
      id: 'updatedAt',
      title: t('field.updated'),
      isSortable: true,
      className: short,
      render: ticket => <Time at={ticket.updatedAt} />,
    },
  ];
}
