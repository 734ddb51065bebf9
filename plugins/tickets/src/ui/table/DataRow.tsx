import { type KeyboardEvent, memo, type MouseEvent } from 'react';
import type { DataTableColumn, DataTableSelection } from './types';
import { TickBox } from './TickBox';
import { useTableStyles } from './useTableStyles';

/** Marks the rows of a table, for the keyboard's focus. */
const ROW = 'data-row';

/** The element of a row; null where it is not shown. */
export function rowElement(id: string): HTMLElement | null {
  return document.querySelector(`[${ROW}="${CSS.escape(id)}"]`);
}

interface DataRowProps<T> {
  row: T;
  columns: readonly DataTableColumn<T>[];
  selection?: DataTableSelection;
  isReachable: boolean;
  onCurrent?: (id: string) => void;
  onOpen: (row: T) => void;
}

function PlainDataRow<T extends { id: string }>(props: DataRowProps<T>) {
  const classes = useTableStyles();
  const { row, columns, selection } = props;
  const isSelected = selection?.isSelected(row.id);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next =
        event.key === 'ArrowDown'
          ? event.currentTarget.nextElementSibling
          : event.currentTarget.previousElementSibling;
      if (next instanceof HTMLElement) {
        next.focus();
        if (event.shiftKey) {
          selection?.onToggle(next.getAttribute(ROW) ?? '', true);
        }
      }
    } else if (event.key === 'Enter') {
      props.onOpen(row);
    } else if (event.key === ' ' && selection) {
      event.preventDefault();
      selection.onToggle(row.id, event.shiftKey);
    }
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const inner =
      event.target instanceof Element && event.target.closest('a, input');
    // text that is being selected is no click on the row
    if (!inner && !window.getSelection()?.toString()) {
      props.onOpen(row);
    }
  };

  return (
    <tr
      className={classes.row}
      {...{ [ROW]: row.id }}
      tabIndex={props.isReachable ? 0 : -1}
      aria-selected={isSelected}
      onFocus={() => props.onCurrent?.(row.id)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {selection && (
        // beside the box, Shift and a click must not select text
        <td
          role="gridcell"
          className={classes.check}
          onMouseDown={event => event.shiftKey && event.preventDefault()}
        >
          <TickBox
            label={selection.labels.row(row.id)}
            isTicked={isSelected === true}
            isSkipped
            onToggle={extend => selection.onToggle(row.id, extend)}
          />
        </td>
      )}
      {columns.map(({ id, isRowHeader, render }) =>
        isRowHeader ? (
          <th key={id} scope="row">
            {render(row)}
          </th>
        ) : (
          <td key={id} role="gridcell">
            {render(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/** One row; the whole of it opens what it is about. */
export const DataRow = memo(PlainDataRow) as typeof PlainDataRow;
