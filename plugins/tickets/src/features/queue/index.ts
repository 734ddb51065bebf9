export { TicketsOverview } from './TicketsOverview';
