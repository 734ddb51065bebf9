import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ListFilters,
  NewTicketButton,
  TicketList,
  useListState,
} from '../../components';
import { TicketsProvider } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, Flex, Text } from '../../ui';
import { Figures } from './Figures';

/** The tickets about the entity whose page this is. */
export function EntityTicketsContent() {
  const { entity } = useEntity();
  return (
    <TicketsProvider>
      <EntityTickets asset={stringifyEntityRef(entity)} />
    </TicketsProvider>
  );
}

function EntityTickets(props: { asset: string }) {
  const { asset } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state } = useListState();
  return (
    <Flex direction="column" gap="4">
      <Flex justify="between" align="center" gap="2">
        <Text as="h2" variant="title-small" weight="bold">
          {t('entity.title')}
        </Text>
        <NewTicketButton asset={asset} />
      </Flex>
      <Figures asset={asset} />
      <div>
        <ListFilters />
        <TicketList
          filter={{
            asset: [asset],
            state: state.state === 'all' ? undefined : state.state,
          }}
          hideAsset
          empty={
            <Empty
              title={t('empty.entity.title')}
              text={t('empty.entity.text')}
              action={<NewTicketButton asset={asset} />}
            />
          }
        />
      </div>
    </Flex>
  );
}
