import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { Loaded, NewTicketButton, TicketLines } from '../../components';
import { TicketsProvider, useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { Flex, Link, Panel } from '../../ui';

/** The reader's open tickets, for the portal's home page. */
export function MyTicketsWidget() {
  return (
    <TicketsProvider>
      <Described />
    </TicketsProvider>
  );
}

function Described() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Panel title={t('tabs.mine')} action={<NewTicketButton />}>
      <Loaded
        query={useDesk()}
        loading={t('list.loading')}
        failed={t('page.deskFailed')}
      >
        {({ caller }) => <MyTickets caller={caller} />}
      </Loaded>
    </Panel>
  );
}

function MyTickets(props: { caller: DeskDescription['caller'] }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const listPath = useRouteRef(rootRouteRef)();
  return (
    <Flex direction="column" gap="3">
      <TicketLines
        filter={{ state: 'open', requester: [props.caller.ref] }}
        label={t('tabs.mine')}
        empty={t('empty.mine.title')}
      />
      <Link href={`${listPath}?tab=mine`}>{t('entity.viewAll')}</Link>
    </Flex>
  );
}
