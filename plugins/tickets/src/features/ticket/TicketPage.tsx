import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useParams } from 'react-router-dom';
import { isWithdrawn, useTicket } from '../../data';
import { Loaded, NotRefreshed } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { ButtonLink, Container, Empty, Text } from '../../ui';
import { type TicketPart, TicketView } from './TicketView';

/** The page of one ticket. */
export function TicketPage(props: { part: TicketPart }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const listPath = useRouteRef(rootRouteRef)();
  const { number = '' } = useParams();
  const ticket = useTicket(number);

  // What one may no longer see goes away, also when it was on the screen.
  if (isWithdrawn(ticket.error)) {
    return (
      <Container>
        <Text as="h2" variant="title-small" weight="bold">
          {number}
        </Text>
        <Empty
          title={t('ticket.missing.title')}
          text={t('ticket.missing.text', { number })}
          action={
            <ButtonLink href={listPath}>
              {t('ticket.missing.action')}
            </ButtonLink>
          }
        />
      </Container>
    );
  }
  return (
    <Container>
      <Loaded
        query={ticket}
        loading={t('ticket.loading')}
        failed={t('ticket.failed')}
      >
        {loaded => (
          <>
            <NotRefreshed query={ticket} />
            <TicketView
              key={loaded.id}
              ticket={loaded}
              isRefreshed={!ticket.isError}
              part={props.part}
            />
          </>
        )}
      </Loaded>
    </Container>
  );
}
