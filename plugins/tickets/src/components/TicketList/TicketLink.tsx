import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { ReactNode } from 'react';
import { ticketRouteRef } from '../../routes';

/** Leads to a ticket; shows its subject unless told otherwise. */
export function TicketLink(props: {
  ticket: Pick<Ticket, 'number' | 'subject'>;
  children?: ReactNode;
}) {
  const ticketPath = useRouteRef(ticketRouteRef);
  return (
    <Link to={ticketPath({ number: props.ticket.number })}>
      {props.children ?? props.ticket.subject}
    </Link>
  );
}
