import { useRouteRef } from '@backstage/core-plugin-api';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { ReactNode } from 'react';
import { ticketRouteRef } from '../../routes';
import { Link } from '../../ui';

/** Leads to a ticket; shows its subject unless told otherwise. */
export function TicketLink(props: {
  ticket: Pick<Ticket, 'number' | 'subject'>;
  children?: ReactNode;
  weight?: 'regular' | 'bold';
}) {
  const ticketPath = useRouteRef(ticketRouteRef);
  return (
    <Link
      href={ticketPath({ number: props.ticket.number })}
      weight={props.weight}
    >
      {props.children ?? props.ticket.subject}
    </Link>
  );
}
