import type { ReactNode } from 'react';
import { makeStyles } from '../styles';
import { HeaderCell } from './HeaderCell';
import type { DataTableSort } from './types';

/** One of the columns of a {@link PlainTable}. */
export interface PlainTableColumn<T> {
  id: string;
  title: string;
  /** Whether what is in it names its row. */
  isRowHeader?: boolean;
  /** Whether it holds numbers, which stand below each other. */
  isNumeric?: boolean;
  isSortable?: boolean;
  render: (row: T) => ReactNode;
}

const useStyles = makeStyles(
  {
    frame: {
      overflowX: 'auto',
      '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      color: 'var(--bui-fg-primary)',
      fontFamily: 'var(--bui-font-regular)',
      fontSize: 'var(--bui-font-size-3)',
      lineHeight: 1.3,
      textAlign: 'left',
      '& th, & td': {
        padding: 'var(--bui-space-2)',
        fontWeight: 'inherit',
        verticalAlign: 'top',
      },
      '& thead th': {
        fontWeight: 'var(--bui-font-weight-bold)',
        borderBottom: '1px solid var(--bui-border-2)',
        verticalAlign: 'bottom',
      },
      '& tbody tr': { borderBottom: '1px solid var(--bui-border-1)' },
      '& tbody th': { minWidth: '8rem', overflowWrap: 'anywhere' },
    },
    numeric: {
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'PortaldeskPlainTable' },
);

/** Things in rows that are read and not opened; it scrolls sideways where it is too wide. */
export function PlainTable<T extends { id: string }>(props: {
  label: string;
  columns: readonly PlainTableColumn<T>[];
  rows: readonly T[];
  sort?: DataTableSort;
  onSort?: (sort: DataTableSort) => void;
}) {
  const classes = useStyles();
  const { columns, rows, sort = { column: '', order: 'asc' } } = props;
  return (
    <div
      className={classes.frame}
      role="group"
      aria-label={props.label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is out of sight is reached by the arrow keys
      tabIndex={0}
    >
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            {columns.map(column => (
              <HeaderCell
                key={column.id}
                column={column}
                className={column.isNumeric ? classes.numeric : undefined}
                sort={sort}
                onSort={props.onSort ?? (() => {})}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              {columns.map(({ id, isRowHeader, isNumeric, render }) =>
                isRowHeader ? (
                  <th key={id} scope="row">
                    {render(row)}
                  </th>
                ) : (
                  <td
                    key={id}
                    className={isNumeric ? classes.numeric : undefined}
                  >
                    {render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
