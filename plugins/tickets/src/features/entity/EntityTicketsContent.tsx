import { stringifyEntityRef } from '@backstage/catalog-model';
import { ContentHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import Box from '@material-ui/core/Box';
import {
  ListFilters,
  NewTicketButton,
  TicketList,
  useListState,
} from '../../components';
import { TicketsProvider } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty } from '../../ui';
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
    <>
      <ContentHeader title={t('entity.title')}>
        <NewTicketButton asset={asset} />
      </ContentHeader>
      <Box mb={3}>
        <Figures asset={asset} />
      </Box>
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
    </>
  );
}
