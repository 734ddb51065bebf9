import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { Link } from 'react-router-dom';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles, VisuallyHidden } from '../../ui';
import type { TicketPlace } from './useOpenTicket';

const useStyles = makeStyles(
  {
    link: {
      color: 'inherit',
      fontWeight: 'bold',
      textDecoration: 'none',
      '&:hover': { textDecoration: 'underline' },
    },
    unread: {
      display: 'inline-block',
      width: 8,
      height: 8,
      marginRight: 'var(--bui-space-1_5)',
      borderRadius: '50%',
      backgroundColor: 'var(--bui-accent-bg)',
      verticalAlign: 'middle',
    },
  },
  { name: 'PortaldeskRowLink' },
);

/** The subject of a ticket in a list, which leads to it. */
export function RowLink(props: {
  ticket: Ticket;
  place: TicketPlace;
  /** Whether the Tab key leaves it out, since its row can be reached. */
  isSkipped?: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { ticket, place } = props;
  return (
    <>
      {ticket.unread && (
        <>
          <span className={classes.unread} aria-hidden />
          <VisuallyHidden>{t('list.unread')} </VisuallyHidden>
        </>
      )}
      <Link
        to={place.to}
        state={place.state}
        title={ticket.subject}
        className={classes.link}
        tabIndex={props.isSkipped ? -1 : undefined}
        onClick={place.onLeave}
      >
        {ticket.subject}
      </Link>
    </>
  );
}
