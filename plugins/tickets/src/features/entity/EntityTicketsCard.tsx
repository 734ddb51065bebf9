import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { PropsWithChildren } from 'react';
import { Loaded, NewTicketButton, TicketLines } from '../../components';
import { TicketsProvider } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { Empty, Flex, Link, makeStyles, Panel, Text } from '../../ui';
import { useStateCounts } from './useStateCounts';

const useStyles = makeStyles(
  {
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-1) var(--bui-space-4)',
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  },
  { name: 'PortaldeskEntityTicketsCard' },
);

/** The tickets about an entity at a glance, for its overview. */
export function EntityTicketsCard() {
  const { entity } = useEntity();
  return (
    <TicketsProvider>
      <TicketsCard asset={stringifyEntityRef(entity)} />
    </TicketsProvider>
  );
}

function TicketsCard(props: { asset: string }) {
  const { asset } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Panel title={t('entity.title')} action={<NewTicketButton asset={asset} />}>
      <Flex direction="column" gap="3">
        <Glance asset={asset} />
        <StateLink asset={asset} state="all">
          {t('entity.viewAll')}
        </StateLink>
      </Flex>
    </Panel>
  );
}

/** The open tickets; where there are none, that some are closed. */
function Glance(props: { asset: string }) {
  const { asset } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { query, counted } = useStateCounts(asset);
  return (
    <Loaded
      query={{ ...query, data: counted }}
      loading={t('list.loading')}
      failed={t('entity.countsFailed')}
    >
      {({ open, closed }) =>
        open + closed === 0 ? (
          <Empty
            title={t('empty.entity.title')}
            text={t('empty.entity.text')}
          />
        ) : (
          <>
            <ul className={classes.counts}>
              {open > 0 && (
                <li>
                  <Text>{t('entity.openCount', { count: open })}</Text>
                </li>
              )}
              {closed > 0 && (
                <li>
                  <StateLink asset={asset} state="closed">
                    {t('entity.closedCount', { count: closed })}
                  </StateLink>
                </li>
              )}
            </ul>
            <TicketLines
              filter={{ asset: [asset], state: 'open' }}
              label={t('entity.open')}
              empty={t('entity.noneOpen')}
            />
          </>
        )
      }
    </Loaded>
  );
}

function StateLink(
  props: PropsWithChildren<{ asset: string; state: 'closed' | 'all' }>,
) {
  const listPath = useRouteRef(rootRouteRef)();
  const { asset, state } = props;
  const address = new URLSearchParams({ tab: 'all', state, asset });
  return <Link href={`${listPath}?${address}`}>{props.children}</Link>;
}
