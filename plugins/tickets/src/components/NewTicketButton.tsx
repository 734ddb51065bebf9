import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import AddIcon from '@material-ui/icons/Add';
import { useDesk } from '../data';
import { ticketsTranslationRef } from '../i18n';
import { newTicketRouteRef } from '../routes';

/** Leads to the form; absent for those who may not file tickets. */
export function NewTicketButton(props: {
  /** The entity that the new ticket is about. */
  asset?: string;
  size?: 'small' | 'medium';
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
    <LinkButton
      to={`${newTicketPath}${query}`}
      variant="contained"
      color="primary"
      size={props.size}
      startIcon={<AddIcon />}
    >
      {t('page.newTicket')}
    </LinkButton>
  );
}
