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
export { type ListSelection, TicketList } from './TicketList';
export * from './trail';
export { useTicketTrail } from './useTicketTrail';
export type { SelectedTicket } from './useTicketSelection';
export * from './useListState';
export { useTableSettings } from './useTableSettings';
