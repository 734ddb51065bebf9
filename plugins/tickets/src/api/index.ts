export { ticketsApiRef } from './ticketsApiRef';
