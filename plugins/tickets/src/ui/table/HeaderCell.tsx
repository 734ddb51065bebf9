import { SortIcon } from '../icons';
import type { DataTableColumn, DataTableSort } from './types';
import { useTableStyles } from './useTableStyles';

/** The head of a column; a button where the rows can be sorted by it. */
export function HeaderCell(props: {
  column: Pick<DataTableColumn<never>, 'id' | 'title' | 'isSortable'>;
  className?: string;
  sort: DataTableSort;
  onSort: (sort: DataTableSort) => void;
}) {
  const classes = useTableStyles();
  const { column, className, sort } = props;
  const order = sort.column === column.id ? sort.order : undefined;
  if (!column.isSortable) {
    return (
      <th scope="col" className={className} title={column.title}>
        {column.title}
      </th>
    );
  }
  return (
    <th
      scope="col"
      className={className}
      aria-sort={order ? `${order}ending` : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        title={column.title}
        onClick={() =>
          props.onSort({
            column: column.id,
            order: order === 'asc' ? 'desc' : 'asc',
          })
        }
      >
        <span>{column.title}</span>
        {order && (
          <SortIcon
            fontSize="inherit"
            aria-hidden
            className={
              order === 'desc'
                ? `${classes.arrow} ${classes.descending}`
                : classes.arrow
            }
          />
        )}
      </button>
    </th>
  );
}
