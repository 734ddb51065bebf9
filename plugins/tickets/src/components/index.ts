export * from './Away';
export * from './EntityPicker';
export * from './Light';
export * from './NewTicketButton';
export * from './NotRefreshed';
export * from './RefLink';
export * from './TicketList';
export * from './useTitles';
