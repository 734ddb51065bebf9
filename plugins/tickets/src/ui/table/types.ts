import type { ReactNode } from 'react';

/** One of the columns of a table. */
export interface DataTableColumn<T> {
  id: string;
  title: string;
  /** Whether what is in it names its row; it takes the room that is left. */
  isRowHeader?: boolean;
  isSortable?: boolean;
  /** The least width that it is of use with, in pixels. */
  width: number;
  /** The least important columns go first where there is no room for all. */
  importance: number;
  render: (row: T) => ReactNode;
}

/** The order of the rows. */
export interface DataTableSort {
  column: string;
  order: 'asc' | 'desc';
}

/** Which rows are selected, and how that changes. */
export interface DataTableSelection {
  labels: { all: string; row: (id: string) => string };
  isSelected: (id: string) => boolean;
  /** Of the rows that are shown. */
  all: 'all' | 'some' | 'none';
  onToggleAll: () => void;
  /** @param extend - up to this row, from the one that was toggled last */
  onToggle: (id: string, extend: boolean) => void;
}
