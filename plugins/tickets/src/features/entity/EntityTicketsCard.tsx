import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { lightSchema } from '@portaldesk/plugin-tickets-common';
import {
  Light,
  NewTicketButton,
  NotRefreshed,
  TicketLink,
  TicketStatus,
} from '../../components';
import { TicketsProvider, useTicketCounts, useTicketList } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import {
  Empty,
  ErrorState,
  Flex,
  Link,
  Loading,
  makeStyles,
  Panel,
  Text,
  Time,
} from '../../ui';

const NEWEST = 5;

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
    tickets: { listStyle: 'none', margin: 0, padding: 0 },
    ticket: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
      overflowWrap: 'anywhere',
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '0 var(--bui-space-4)',
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
  const listPath = useRouteRef(rootRouteRef)();
  const all = new URLSearchParams({ tab: 'all', state: 'all', asset });
  return (
    <Panel title={t('entity.title')} action={<NewTicketButton asset={asset} />}>
      <Flex direction="column" gap="3">
        <Glance asset={asset} />
        <Link href={`${listPath}?${all}`}>{t('entity.viewAll')}</Link>
      </Flex>
    </Panel>
  );
}

function Glance(props: { asset: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const counts = useTicketCounts({ asset: [props.asset] });
  const newest = useTicketList({
    asset: [props.asset],
    sort: 'createdAt',
    order: 'desc',
    limit: NEWEST,
  });

  if (counts.isPending || newest.isPending) {
    return <Loading label={t('list.loading')} />;
  }
  if (!counts.data || !newest.data) {
    return (
      <ErrorState
        title={t('list.failed')}
        error={counts.error ?? newest.error ?? new Error()}
        onRetry={() => {
          counts.refetch();
          newest.refetch();
        }}
      />
    );
  }
  const { items } = newest.data;
  if (items.length === 0) {
    return (
      <Empty title={t('empty.entity.title')} text={t('empty.entity.text')} />
    );
  }
  return (
    <>
      <NotRefreshed query={newest} />
      <ul className={classes.counts}>
        {lightSchema.options.map(light => (
          <li key={light}>
            <Text>
              <Light
                light={light}
                label={`${t(`light.${light}`)}: ${counts.data[light]}`}
              />
            </Text>
          </li>
        ))}
      </ul>
      <Text as="h3" weight="bold">
        {t('entity.newest')}
      </Text>
      <ul className={classes.tickets} aria-label={t('entity.newest')}>
        {items.map(ticket => (
          <li key={ticket.id} className={classes.ticket}>
            <TicketLink ticket={ticket} />
            <Text
              as="div"
              variant="body-x-small"
              color="secondary"
              className={classes.facts}
            >
              <span>{ticket.number}</span>
              <TicketStatus ticket={ticket} />
              <Time at={ticket.createdAt} />
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}
