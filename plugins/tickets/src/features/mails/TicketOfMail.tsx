import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../i18n';
import { ticketRouteRef } from '../../routes';
import { ButtonLink } from '../../ui';

/** Leads to the ticket that a mail is about, of which only the id is known. */
export function TicketOfMail(props: { ticket: string }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const path = useRouteRef(ticketRouteRef);
  return (
    <ButtonLink variant="tertiary" href={path({ number: props.ticket })}>
      {t('mails.openTicket')}
    </ButtonLink>
  );
}
