export { RefOrMissing } from './AssetCell';
export { ChoiceChips } from './ChoiceChips';
export { ListFilters } from './ListFilters';
export { TicketLink } from './TicketLink';
export { TicketList } from './TicketList';
export * from './useListState';
