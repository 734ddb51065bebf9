import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { DataTable } from '../../ui';
import type { Sort } from './useListState';
import { useTicketColumns } from './useTicketColumns';

/** Tickets in rows, for wide screens. */
export function TicketTable(props: {
  tickets: Ticket[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  hideAsset?: boolean;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const columns = useTicketColumns();
  const [column, order] = props.sort.split('-');
  const byUpdate = column === 'updatedAt';
  return (
    <DataTable
      label={t('list.label')}
      columns={columns.filter(({ id }) => id !== 'asset' || !props.hideAsset)}
      rows={props.tickets}
      sort={{ column, order: order === 'asc' ? 'asc' : 'desc' }}
      onSort={() =>
        // first the newest, which is what people look for
        props.onSort(
          byUpdate && order === 'desc' ? 'updatedAt-asc' : 'updatedAt-desc',
        )
      }
    />
  );
}
