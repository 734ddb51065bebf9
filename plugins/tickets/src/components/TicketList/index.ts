export { RefOrMissing } from './AssetCell';
export { ListFilters } from './ListFilters';
export { TicketLink } from './TicketLink';
export { TicketList } from './TicketList';
export * from './useListState';
