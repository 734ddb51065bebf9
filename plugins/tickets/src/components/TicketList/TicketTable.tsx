import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { DataTable, type DataTableSelection } from '../../ui';
import {
  columnOfSort,
  SORT_OF_COLUMN,
  TABLE_COLUMNS,
  type TableColumn,
} from './columns';
import { type Sort, sortOf } from './useListState';
import type { PlaceOf } from './useOpenTicket';
import { useTicketColumns } from './useTicketColumns';

/** What people first look for at the end of the alphabet, of time or of urgency. */
const FIRST_DESCENDING: ReadonlySet<TableColumn> = new Set([
  'number',
  'priority',
  'createdAt',
  'updatedAt',
]);

/** Tickets in rows, for wide screens. */
export function TicketTable(props: {
  tickets: Ticket[];
  columns: readonly TableColumn[];
  isCompact: boolean;
  sort: Sort;
  onSort: (sort: Sort) => void;
  selection?: DataTableSelection;
  current?: string;
  onCurrent: (id: string) => void;
  placeOf: PlaceOf;
  onOpen: (ticket: Ticket) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const columns = useTicketColumns(props.columns, props.placeOf);
  const { sort, order } = sortOf(props.sort);
  const sorted = columnOfSort(sort);
  return (
    <DataTable
      label={t('list.label')}
      columns={columns}
      rows={props.tickets}
      isCompact={props.isCompact}
      sort={{ column: sorted ?? '', order }}
      onSort={chosen => {
        const column = TABLE_COLUMNS.find(id => id === chosen.column);
        const by = column && SORT_OF_COLUMN[column];
        if (by) {
          const first = FIRST_DESCENDING.has(column) ? 'desc' : 'asc';
          props.onSort(`${by}-${column === sorted ? chosen.order : first}`);
        }
      }}
      selection={props.selection}
      current={props.current}
      onCurrent={props.onCurrent}
      onOpen={props.onOpen}
    />
  );
}
