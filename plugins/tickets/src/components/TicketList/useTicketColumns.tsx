import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { type ReactNode, useMemo } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { type DataTableColumn, Text, Time } from '../../ui';
import { useAwayText } from '../Away';
import { TicketStatus } from '../Light';
import { useTitles } from '../useTitles';
import { AssetCell } from './AssetCell';
import { SORT_OF_COLUMN, type TableColumn } from './columns';
import { Due } from './Due';
import { EntityName } from './EntityName';
import { Priority } from './Priority';
import { RowLink } from './RowLink';
import type { PlaceOf } from './useOpenTicket';

/** Width in pixels and importance of each column. */
const ROOM: Readonly<Record<TableColumn, readonly [number, number]>> = {
  subject: [320, 100],
  number: [112, 90],
  status: [190, 80],
  priority: [104, 70],
  nextDueAt: [130, 65],
  assignee: [150, 60],
  updatedAt: [120, 50],
  assets: [140, 40],
  requester: [150, 35],
  team: [140, 30],
  category: [140, 25],
  createdAt: [120, 20],
  organisation: [130, 15],
  tags: [130, 10],
};

/** What a table says of a ticket, in the columns that were chosen. */
export function useTicketColumns(
  chosen: readonly TableColumn[],
  placeOf: PlaceOf,
): DataTableColumn<Ticket>[] {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const awayText = useAwayText();
  return useMemo(() => {
    const cells: Record<TableColumn, (ticket: Ticket) => ReactNode> = {
      number: ({ number }) => (
        <Text as="span" color="secondary">
          {number}
        </Text>
      ),
      subject: ticket => (
        <RowLink ticket={ticket} place={placeOf(ticket)} isSkipped />
      ),
      status: ticket => <TicketStatus ticket={ticket} />,
      priority: ({ priority }) => <Priority priority={priority} />,
      category: ({ category }) => titles.category(category),
      assets: ({ assets }) => <AssetCell assets={assets} />,
      requester: ({ requester }) => (
        <EntityName entityRef={requester} missing="" isPerson />
      ),
      organisation: ({ organisation }) => (
        <EntityName entityRef={organisation} missing="" />
      ),
      team: ({ team }) => (
        <EntityName entityRef={team} missing={t('none.team')} />
      ),
      assignee: ({ assignee }) => (
        <span title={awayText(assignee)}>
          <EntityName
            entityRef={assignee}
            missing={t('none.assignee')}
            isPerson
          />
        </span>
      ),
      tags: ({ tags }) => tags?.join(', '),
      nextDueAt: ticket => <Due ticket={ticket} />,
      createdAt: ({ createdAt }) => <Time at={createdAt} />,
      updatedAt: ({ updatedAt }) => <Time at={updatedAt} />,
    };
    return chosen.map(id => ({
      id,
      title: t(`column.${id}`),
      isRowHeader: id === 'subject',
      isSortable: SORT_OF_COLUMN[id] !== undefined,
      width: ROOM[id][0],
      importance: ROOM[id][1],
      render: cells[id],
    }));
  }, [chosen, placeOf, t, titles, awayText]);
}
