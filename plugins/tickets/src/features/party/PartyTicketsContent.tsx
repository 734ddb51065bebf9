import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { useSearchParams } from 'react-router-dom';
import {
  ListFilters,
  Loaded,
  stateFilterOf,
  TicketList,
  useListState,
} from '../../components';
import { TicketsProvider, useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, Flex, SingleChoice, Text } from '../../ui';
import { filterOfRole, rolesOf } from './partyRoles';

/** The queue of the group, or the tickets of the user, whose page this is. */
export function PartyTicketsContent() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  return (
    <TicketsProvider>
      <Described loading={t('list.loading')} failed={t('page.deskFailed')}>
        {desk => <PartyTickets key={ref} desk={desk} party={ref} />}
      </Described>
    </TicketsProvider>
  );
}

function Described(props: {
  loading: string;
  failed: string;
  children: (desk: DeskDescription) => JSX.Element;
}) {
  return <Loaded query={useDesk()} {...props} />;
}

function PartyTickets(props: { desk: DeskDescription; party: string }) {
  const { desk, party } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state } = useListState();
  const [params, setParams] = useSearchParams();
  const roles = rolesOf(desk, party);
  const asked = params.get('role');
  const role = roles.find(known => known === asked) ?? roles[0];
  return (
    <Flex direction="column" gap="4">
      <Text as="h2" variant="title-small" weight="bold">
        {t(`party.title.${role}`)}
      </Text>
      {roles.length > 1 && (
        <SingleChoice
          label={t('party.role')}
          options={roles.map(id => ({ id, title: t(`party.${id}`) }))}
          chosen={role}
          onChoose={chosen =>
            setParams(previous => {
              const next = new URLSearchParams(previous);
              next.set('role', chosen);
              return next;
            })
          }
        />
      )}
      <div>
        <ListFilters fixed={[role]} />
        <TicketList
          key={role}
          filter={{
            ...filterOfRole(role, party),
            ...stateFilterOf(state.state),
          }}
          empty={
            <Empty
              title={t(
                state.state === 'open'
                  ? 'empty.partyOpen.title'
                  : 'empty.party.title',
              )}
              text={t(
                state.state === 'open'
                  ? 'empty.partyOpen.text'
                  : 'empty.party.text',
              )}
            />
          }
        />
      </div>
    </Flex>
  );
}
