import { Content, ContentHeader, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useParams } from 'react-router-dom';
import { isWithdrawn, useTicket } from '../../data';
import { NotRefreshed } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { Empty, ErrorState, Loading } from '../../ui';
import { type TicketPart, TicketView } from './TicketView';

/** The page of one ticket. */
export function TicketPage(props: { part: TicketPart }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const listPath = useRouteRef(rootRouteRef)();
  const { number = '' } = useParams();
  const ticket = useTicket(number);

  if (ticket.isPending) {
    return (
      <Content>
        <Loading label={t('ticket.loading')} />
      </Content>
    );
  }
  // What one may no longer see goes away, also when it was on the screen.
  if (isWithdrawn(ticket.error)) {
    return (
      <Content>
        <ContentHeader title={number} />
        <Empty
          title={t('ticket.missing.title')}
          text={t('ticket.missing.text', { number })}
          action={
            <LinkButton to={listPath} variant="contained" color="primary">
              {t('ticket.missing.action')}
            </LinkButton>
          }
        />
      </Content>
    );
  }
  if (!ticket.data) {
    return (
      <Content>
        <ErrorState
          title={t('ticket.failed')}
          error={ticket.error}
          onRetry={() => ticket.refetch()}
        />
      </Content>
    );
  }
  return (
    <Content>
      <NotRefreshed query={ticket} />
      <TicketView key={ticket.data.id} ticket={ticket.data} part={props.part} />
    </Content>
  );
}
