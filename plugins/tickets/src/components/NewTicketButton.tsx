import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useDesk } from '../data';
import { ticketsTranslationRef } from '../i18n';
import { newTicketRouteRef } from '../routes';
import { AddIcon, ButtonLink } from '../ui';

/** Leads to the form; absent for those who may not file tickets. */
export function NewTicketButton(props: {
  /** The entity that the new ticket is about. */
  asset?: string;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const newTicketPath = useRouteRef(newTicketRouteRef)();
  const { data: desk } = useDesk();
  if (!desk?.caller.mayFile) {
    return null;
  }
  const query = props.asset
    ? `?${new URLSearchParams({ asset: props.asset })}`
    : '';
  return (
    <ButtonLink
      href={`${newTicketPath}${query}`}
      iconStart={<AddIcon fontSize="small" />}
    >
      {t('page.newTicket')}
    </ButtonLink>
  );
}
