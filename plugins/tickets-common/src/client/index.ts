export * from './TicketsApi';
export * from './TicketsClient';
