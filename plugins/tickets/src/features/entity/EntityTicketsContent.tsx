import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { lightSchema } from '@portaldesk/plugin-tickets-common';
import {
  ListFilters,
  NewTicketButton,
  TicketList,
  useListState,
} from '../../components';
import { TicketsProvider, useTicketCounts } from '../../data';
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
        <ListFilters fixed={['asset']} />
        <TicketList
          filter={{
            asset: [asset],
            state: state.state === 'all' ? undefined : state.state,
          }}
          hideAsset
          empty={<NoTickets asset={asset} state={state.state} />}
        />
      </div>
    </Flex>
  );
}

const IN_STATE = {
  open: 'entityOpen',
  closed: 'entityClosed',
  archived: 'entity',
  all: 'entity',
} as const;

/** Says whether there is no ticket at all, or none in this state. */
function NoTickets(props: { asset: string; state: keyof typeof IN_STATE }) {
  const { asset, state } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: counts } = useTicketCounts({ asset: [asset] });
  const isAny =
    counts !== undefined &&
    lightSchema.options.some(light => counts[light] > 0);
  const which = isAny ? IN_STATE[state] : 'entity';
  return (
    <Empty
      title={t(`empty.${which}.title`)}
      text={t(`empty.${which}.text`)}
      action={<NewTicketButton asset={asset} />}
    />
  );
}
