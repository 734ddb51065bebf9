import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { FigureList, Loaded, writeFilter } from '../../components';
import { useDesk, useViewCounts } from '../../data';
import { ticketsTranslationRef } from '../../i18n';

const FIGURES = ['open', 'waiting', 'overdue', 'closed'] as const;

/** How many tickets about an entity need attention; each figure leads to its tickets. */
export function EntityFigures(props: { asset: string }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Loaded
      query={useDesk()}
      loading={t('list.loading')}
      failed={t('page.deskFailed')}
    >
      {desk => <FiguresOf desk={desk} asset={props.asset} />}
    </Loaded>
  );
}

function FiguresOf(props: { desk: DeskDescription; asset: string }) {
  const { desk, asset } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const filters = useMemo(() => filtersOf(desk), [desk]);
  const views = useMemo(
    () =>
      FIGURES.flatMap(id => {
        const filter = filters[id];
        return filter ? [{ id, filter: { ...filter, asset: [asset] } }] : [];
      }),
    [filters, asset],
  );
  const counts = useViewCounts(views);
  return (
    <FigureList
      figures={views.map(({ id }) => ({
        id,
        title: t(`entity.${id}`),
        value: counts.get(id) ?? '…',
        href: addressOf(filters[id] ?? {}),
      }))}
    />
  );
}

function filtersOf(
  desk: DeskDescription,
): Record<(typeof FIGURES)[number], TicketFilter | undefined> {
  const { caller, slaPolicies } = desk;
  return {
    open: { state: 'open' },
    waiting: { state: 'open', requester: [caller.ref], light: ['red'] },
    overdue:
      slaPolicies.length > 0 ? { state: 'open', overdue: true } : undefined,
    closed: { state: 'closed' },
  };
}

/** On the same page. */
function addressOf(filter: TicketFilter): string {
  const params = new URLSearchParams();
  writeFilter(params, { ...filter });
  return `?${params}`;
}
