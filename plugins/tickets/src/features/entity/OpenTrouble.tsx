import {
  type Entity,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import {
  Light,
  LIGHT_COLORS,
  RefLink,
  TicketLink,
  writeFilter,
} from '../../components';
import { useDesk, useTicketList } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { rootRouteRef } from '../../routes';
import { Link, makeStyles, Text, Time } from '../../ui';

/** So many are named; the others are counted. */
const NAMED = 3;

/** More values of one filter than that the desk does not take. */
const MOST_ASSETS = 50;

const useStyles = makeStyles(
  {
    root: {
      padding: 'var(--bui-space-3)',
      borderLeft: `3px solid ${LIGHT_COLORS.red}`,
      backgroundColor: 'var(--bui-bg-neutral-1)',
      borderRadius: 'var(--bui-radius-2)',
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    ticket: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: '0 var(--bui-space-3)',
      padding: 'var(--bui-space-1) 0',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskOpenTrouble' },
);

/**
 * The open tickets of the highest priority about an entity, and about what it
 * depends on; nothing where there are none.
 */
export function OpenTrouble(props: { entity: Entity }) {
  const { entity } = props;
  const { data: desk } = useDesk();
  const dependencies = useMemo(() => dependenciesOf(entity), [entity]);
  const own = useMemo(() => [stringifyEntityRef(entity)], [entity]);
  // with one priority alone nothing is more urgent than the rest
  if (!desk || desk.priorities.length < 2) {
    return null;
  }
  const priority = desk.priorities[desk.priorities.length - 1].id;
  return (
    <>
      <Trouble title="entity.trouble" assets={own} priority={priority} />
      {dependencies.length > 0 && (
        <Trouble
          title="entity.troubleBelow"
          assets={dependencies}
          priority={priority}
          showsAsset
        />
      )}
    </>
  );
}

function Trouble(props: {
  title: 'entity.trouble' | 'entity.troubleBelow';
  assets: string[];
  priority: string;
  showsAsset?: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const listPath = useRouteRef(rootRouteRef)();
  const { assets, priority } = props;
  const filter: TicketFilter = {
    asset: assets,
    priority: [priority],
    state: 'open',
  };
  const { data } = useTicketList({
    ...filter,
    sort: 'createdAt',
    order: 'desc',
    limit: NAMED,
    total: true,
  });
  // what cannot be read is said by the list below
  if (!data || data.items.length === 0) {
    return null;
  }
  const more = (data.total ?? 0) - data.items.length;
  const address = new URLSearchParams({ tab: 'all' });
  writeFilter(address, { ...filter });
  return (
    <section className={classes.root} aria-label={t(props.title)}>
      <Text as="h3" weight="bold">
        {t(props.title)}
      </Text>
      <ul className={classes.list}>
        {data.items.map(ticket => (
          <li key={ticket.id} className={classes.ticket}>
            <Text>
              <Light light={ticket.light} label="" />{' '}
              <TicketLink ticket={ticket} />
            </Text>
            <Text variant="body-small" color="secondary">
              {ticket.number} · <Time at={ticket.createdAt} />
              {props.showsAsset && (
                <>
                  {' · '}
                  <RefLink
                    entityRef={
                      ticket.assets.find(({ entityRef }) =>
                        assets.includes(entityRef),
                      )?.entityRef ?? assets[0]
                    }
                    hideIcon
                  />
                </>
              )}
            </Text>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Link href={`${listPath}?${address}`}>
          {t('entity.troubleMore', { count: more })}
        </Link>
      )}
    </section>
  );
}

/** What an entity does not work without, as the catalog says. */
function dependenciesOf({ relations = [] }: Entity): string[] {
  const refs = relations
    .filter(({ type }) =>
      [RELATION_DEPENDS_ON, RELATION_CONSUMES_API].includes(type),
    )
    .map(({ targetRef }) => targetRef);
  return [...new Set(refs)].slice(0, MOST_ASSETS);
}
