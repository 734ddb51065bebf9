export { EntityTicketsCard } from './EntityTicketsCard';
export { EntityTicketsContent } from './EntityTicketsContent';
