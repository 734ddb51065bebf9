export * from './DataTable';
export * from './PlainTable';
export type {
  DataTableColumn,
  DataTableSelection,
  DataTableSort,
} from './types';
export { rowElement } from './DataRow';
export { TickBox } from './TickBox';
