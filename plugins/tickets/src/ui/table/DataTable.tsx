import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { type ReactNode, useRef } from 'react';
import { makeStyles } from './styles';
import { useIsOverflowing } from './useIsOverflowing';

const useStyles = makeStyles(
  {
    // What is too wide scrolls in its frame, with a shadow where there is more.
    frame: {
      overflowX: 'auto',
      background: [
        'linear-gradient(to right, var(--bui-bg-app) 40%, transparent) 0 / 2rem 100% no-repeat local',
        'linear-gradient(to left, var(--bui-bg-app) 40%, transparent) 100% / 2rem 100% no-repeat local',
        'linear-gradient(to right, var(--bui-border-2), transparent) 0 / 0.5rem 100% no-repeat scroll',
        'linear-gradient(to left, var(--bui-border-2), transparent) 100% / 0.5rem 100% no-repeat scroll',
      ].join(', '),
      // Columns as wide as what is in them; names and dates are easier to read
      // whole.
      '& table': { tableLayout: 'auto' },
      '& td, & th': { padding: 'var(--bui-space-2)' },
      '& th *': { whiteSpace: 'normal' },
    },
  },
  { name: 'PortaldeskDataTable' },
);

/** One of the columns of a {@link DataTable}. */
export interface DataTableColumn<T> {
  id: string;
  title: string;
  /** Whether what is in it names its row. */
  isRowHeader?: boolean;
  isSortable?: boolean;
  className?: string;
  render: (row: T) => ReactNode;
}

/** The order of the rows. */
export interface DataTableSort {
  column: string;
  order: 'asc' | 'desc';
}

/** Things in rows, with what is known of them in columns. */
export function DataTable<T extends { id: string }>(props: {
  label: string;
  columns: readonly DataTableColumn<T>[];
  rows: readonly T[];
  sort: DataTableSort;
  onSort: (sort: DataTableSort) => void;
}) {
  const classes = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const isScrollable = useIsOverflowing(frame);
  const { columns, rows, sort } = props;
  return (
    <div
      ref={frame}
      className={classes.frame}
      // Where it scrolls, the keyboard must be able to get there.
      {...(isScrollable && {
        role: 'group',
        'aria-label': props.label,
        tabIndex: 0,
      })}
    >
      <TableRoot
        aria-label={props.label}
        sortDescriptor={{
          column: sort.column,
          direction: sort.order === 'asc' ? 'ascending' : 'descending',
        }}
        onSortChange={({ column, direction }) =>
          props.onSort({
            column: String(column),
            order: direction === 'ascending' ? 'asc' : 'desc',
          })
        }
      >
        <TableHeader>
          {columns.map(({ id, title, isRowHeader, isSortable }) => (
            <Column
              key={id}
              id={id}
              isRowHeader={isRowHeader}
              allowsSorting={isSortable}
            >
              {title}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {rows.map(row => (
            <Row key={row.id} id={row.id}>
              {columns.map(({ id, className, render }) => (
                <Cell key={id} className={className}>
                  {render(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}
