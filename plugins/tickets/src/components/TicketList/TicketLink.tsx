import { useRouteRef } from '@backstage/core-plugin-api';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import type { ReactNode } from 'react';
import { ticketRouteRef } from '../../routes';
import { Link, makeStyles } from '../../ui';

const useStyles = makeStyles(
  // It stands in headings, rows and sentences, as large as these are.
  { link: { fontSize: 'inherit', lineHeight: 'inherit' } },
  { name: 'PortaldeskTicketLink' },
);

/** Leads to a ticket; shows its subject unless it has children. */
export function TicketLink(props: {
  ticket: Pick<Ticket, 'number' | 'subject'>;
  children?: ReactNode;
  weight?: 'regular' | 'bold';
}) {
  const classes = useStyles();
  const ticketPath = useRouteRef(ticketRouteRef);
  return (
    <Link
      href={ticketPath({ number: props.ticket.number })}
      weight={props.weight}
      className={classes.link}
      standalone
    >
      {props.children ?? props.ticket.subject}
    </Link>
  );
}
