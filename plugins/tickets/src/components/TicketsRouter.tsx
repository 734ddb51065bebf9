import { Route, Routes } from 'react-router-dom';
import {
  newTicketRouteRef,
  ticketHistoryRouteRef,
  ticketRouteRef,
} from '../routes';
import { TicketsProvider } from './common';
import { NewTicketPage } from './NewTicket';
import { TicketPage } from './Ticket';
import { TicketsOverview } from './TicketsOverview';

/**
 * The screens behind the page Tickets, without the header of the page: the
 * new frontend system brings that along.
 */
export function TicketsRouter() {
  return (
    <TicketsProvider>
      <Routes>
        <Route path="/" element={<TicketsOverview />} />
        <Route path={newTicketRouteRef.path} element={<NewTicketPage />} />
        <Route
          path={ticketRouteRef.path}
          element={<TicketPage part="conversation" />}
        />
        <Route
          path={ticketHistoryRouteRef.path}
          element={<TicketPage part="history" />}
        />
      </Routes>
    </TicketsProvider>
  );
}
