import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { Loaded, TicketLines, writeFilter } from '../../components';
import { TicketsProvider, useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { Flex, Link, Panel } from '../../ui';
import { filterOfRole, type PartyRole, rolesOf } from './partyRoles';

/** The open tickets of a group or user at a glance, for its overview. */
export function PartyTicketsCard() {
  const { entity } = useEntity();
  return (
    <TicketsProvider>
      <DescribedCard party={stringifyEntityRef(entity)} />
    </TicketsProvider>
  );
}

function DescribedCard(props: { party: string }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Loaded
      query={useDesk()}
      loading={t('list.loading')}
      failed={t('page.deskFailed')}
    >
      {desk => <Card desk={desk} party={props.party} />}
    </Loaded>
  );
}

function Card(props: { desk: DeskDescription; party: string }) {
  const { desk, party } = props;
  const [role] = rolesOf(desk, party);
  return <CardOf role={role} party={party} />;
}

function CardOf(props: { role: PartyRole; party: string }) {
  const { role, party } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const listPath = useRouteRef(rootRouteRef)();
  const filter = filterOfRole(role, party);
  const address = new URLSearchParams({ tab: 'all', state: 'all' });
  writeFilter(address, { ...filter });
  return (
    <Panel title={t(`party.title.${role}`)}>
      <Flex direction="column" gap="3">
        <TicketLines
          filter={{ ...filter, state: 'open' }}
          label={t('entity.open')}
          empty={t('entity.noneOpen')}
        />
        <Link href={`${listPath}?${address}`}>{t('entity.viewAll')}</Link>
      </Flex>
    </Panel>
  );
}
