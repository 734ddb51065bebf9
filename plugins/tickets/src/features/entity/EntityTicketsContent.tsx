import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity, useEntityOwnership } from '@backstage/plugin-catalog-react';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ListFilters,
  NewTicketButton,
  TicketList,
  useListState,
} from '../../components';
import { TicketsProvider, useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Flex, Loading, SingleChoice, Text } from '../../ui';
import { EntityFigures } from './EntityFigures';
import { NoEntityTickets } from './NoEntityTickets';
import { OpenTrouble } from './OpenTrouble';

const EntityHistory = lazy(() =>
  import('./EntityHistory').then(m => ({ default: m.EntityHistory })),
);

/** The tickets about the entity whose page this is. */
export function EntityTicketsContent() {
  const { entity } = useEntity();
  return (
    <TicketsProvider>
      <EntityTickets key={stringifyEntityRef(entity)} entity={entity} />
    </TicketsProvider>
  );
}

const PARTS = ['tickets', 'history'] as const;

function EntityTickets(props: { entity: Entity }) {
  const { entity } = props;
  const asset = stringifyEntityRef(entity);
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [params, setParams] = useSearchParams();
  const hasHistory = useHasHistory(entity);
  const part =
    hasHistory && params.get('part') === 'history' ? 'history' : 'tickets';
  return (
    <Flex direction="column" gap="4">
      <Flex justify="between" align="center" gap="2">
        <Text as="h2" variant="title-small" weight="bold">
          {t('entity.title')}
        </Text>
        <NewTicketButton asset={asset} />
      </Flex>
      <OpenTrouble entity={entity} />
      {hasHistory && (
        <SingleChoice
          label={t('entity.part')}
          options={PARTS.map(id => ({ id, title: t(`entity.part.${id}`) }))}
          chosen={part}
          onChoose={chosen =>
            setParams(previous => {
              const next = new URLSearchParams(previous);
              next.delete('part');
              if (chosen === 'history') {
                next.set('part', chosen);
              }
              return next;
            })
          }
        />
      )}
      {part === 'history' ? (
        <Suspense fallback={<Loading label={t('reports.loading')} />}>
          <EntityHistory asset={asset} />
        </Suspense>
      ) : (
        <Tickets asset={asset} />
      )}
    </Flex>
  );
}

/** Those who own it see how its tickets went, and those who work on tickets. */
function useHasHistory(entity: Entity): boolean {
  const { data: desk } = useDesk();
  const { isOwnedEntity } = useEntityOwnership();
  return (
    desk?.caller.agent === true ||
    desk?.caller.admin === true ||
    isOwnedEntity(entity)
  );
}

function Tickets(props: { asset: string }) {
  const { asset } = props;
  const { state } = useListState();
  return (
    <>
      <EntityFigures asset={asset} />
      <div>
        <ListFilters fixed={['asset']} />
        <TicketList
          filter={{
            asset: [asset],
            state: state.state === 'all' ? undefined : state.state,
          }}
          hideAsset
          empty={<NoEntityTickets asset={asset} state={state.state} />}
        />
      </div>
    </>
  );
}
