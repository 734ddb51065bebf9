export * from './DataTable';
export type {
  DataTableColumn,
  DataTableSelection,
  DataTableSort,
} from './types';
export { rowElement } from './DataRow';
export { TickBox } from './TickBox';
