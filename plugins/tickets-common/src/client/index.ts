export * from './TicketsClient';
