import { useRef } from 'react';
import { DataRow } from './DataRow';
import { HeaderCell } from './HeaderCell';
import type {
  DataTableColumn,
  DataTableSelection,
  DataTableSort,
} from './types';
import { TickBox } from './TickBox';
import { CHECKBOX_WIDTH, useFittingColumns } from './useFittingColumns';
import { useTableStyles } from './useTableStyles';

/**
 * Things in rows, with what is known of them in columns. One row takes part in
 * the order of the Tab key: `current`, or else the first one.
 */
export function DataTable<T extends { id: string }>(props: {
  label: string;
  columns: readonly DataTableColumn<T>[];
  rows: readonly T[];
  isCompact?: boolean;
  sort: DataTableSort;
  onSort: (sort: DataTableSort) => void;
  selection?: DataTableSelection;
  /** The id of the row that the keyboard is at. */
  current?: string;
  onCurrent?: (id: string) => void;
  /** A row was clicked outside of its links. */
  onOpen: (row: T) => void;
}) {
  const classes = useTableStyles();
  const frame = useRef<HTMLDivElement>(null);
  const { rows, selection, current } = props;
  const columns = useFittingColumns(
    frame,
    props.columns,
    selection ? CHECKBOX_WIDTH : 0,
  );
  const reachable = rows.some(({ id }) => id === current)
    ? current
    : rows[0]?.id;
  return (
    <div ref={frame} className={classes.frame}>
      <table
        role="grid"
        aria-label={props.label}
        aria-multiselectable={selection ? true : undefined}
        className={
          props.isCompact
            ? `${classes.table} ${classes.compact}`
            : classes.table
        }
      >
        <colgroup>
          {selection && <col style={{ width: CHECKBOX_WIDTH }} />}
          {columns.map(({ id, isRowHeader, width }) => (
            <col key={id} style={isRowHeader ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className={classes.check}>
                <TickBox
                  label={selection.labels.all}
                  isTicked={selection.all === 'all'}
                  isPartly={selection.all === 'some'}
                  onToggle={selection.onToggleAll}
                />
              </th>
            )}
            {columns.map(column => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <DataRow
              key={row.id}
              row={row}
              columns={columns}
              selection={selection}
              isReachable={row.id === reachable}
              onCurrent={props.onCurrent}
              onOpen={props.onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
