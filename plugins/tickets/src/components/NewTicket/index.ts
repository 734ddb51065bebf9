export { NewTicketPage } from './NewTicketPage';
