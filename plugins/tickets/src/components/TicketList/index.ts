export { RefOrMissing } from './AssetCell';
export { readColumns, type TableColumn } from './columns';
export {
  FILTER_NAMES,
  hasFilters,
  type ListFilter,
  writeFilter,
} from './listFilter';
export { ListFilters } from './ListFilters';
export { SEARCH_FIELD } from './ListSearch';
export { TicketLink } from './TicketLink';
export { TicketList } from './TicketList';
export * from './trail';
export * from './useListState';
export { useTableSettings } from './useTableSettings';
