import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  ListTicketsQuery,
  Ticket,
  TicketPage,
} from '@portaldesk/plugin-tickets-common';
import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { ticketRouteRef } from '../../routes';
import { rememberRow } from './returnToRow';
import { trailOf, trailState } from './trail';

/** Where a row of a list leads to. */
export interface TicketPlace {
  to: string;
  /** Goes into the browser's history, with what stands around the row. */
  state: object;
  /** To be called when a person goes there. */
  onLeave: () => void;
}

/** Says where the row of a ticket leads to. */
export type PlaceOf = (ticket: Ticket) => TicketPlace;

/** Leads from the rows of a list to their tickets, and remembers the way. */
export function useOpenTicket(
  query: Partial<ListTicketsQuery>,
  page: TicketPage | undefined,
  cursors: string[],
) {
  const ticketPath = useRouteRef(ticketRouteRef);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const list = `${pathname}${search}`;

  const placeOf: PlaceOf = useCallback(
    ticket => ({
      to: ticketPath({ number: ticket.number }),
      state: page ? trailState(trailOf(list, query, page, cursors)) : {},
      onLeave: () => rememberRow(list, ticket.id),
    }),
    // the query follows from the address and the page
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ticketPath, list, page, cursors],
  );
  const open = useCallback(
    (ticket: Ticket, more?: object) => {
      const { to, state, onLeave } = placeOf(ticket);
      onLeave();
      navigate(to, { state: { ...state, ...more } });
    },
    [placeOf, navigate],
  );
  return { placeOf, open };
}
