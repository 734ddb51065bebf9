import { Route, Routes } from 'react-router-dom';
import { TicketsProvider } from '../data';
import { NewTicketPage } from '../features/newTicket/NewTicketPage';
import { TicketsOverview } from '../features/queue/TicketsOverview';
import { TicketPage } from '../features/ticket/TicketPage';
import {
  newTicketRouteRef,
  ticketHistoryRouteRef,
  ticketRouteRef,
} from '../routes';

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
