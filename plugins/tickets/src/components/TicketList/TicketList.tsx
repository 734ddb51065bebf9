import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import { type ReactNode, useMemo, useState } from 'react';
import { isWithdrawn, useTicketList } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, ErrorState, Loading, useIsNarrow } from '../../ui';
import { NotRefreshed } from '../NotRefreshed';
import type { TableColumn } from './columns';
import { hasFilters } from './listFilter';
import { Pager } from './Pager';
import { useReturnToRow } from './returnToRow';
import { TicketCards } from './TicketCards';
import { TicketTable } from './TicketTable';
import {
  DEFAULT_SORT,
  pagingOf,
  type Sort,
  useListState,
} from './useListState';
import { useOpenTicket } from './useOpenTicket';
import { useTableSettings } from './useTableSettings';

/** A list of tickets in the order, with the filters and on the page that the address says. */
export function TicketList(props: {
  /** What the list is about, whatever the address says. */
  filter: TicketFilter;
  /** The order where the address names none. */
  defaultSort?: Sort;
  /** The columns of a saved view; absent: those that the reader chose. */
  columns?: readonly TableColumn[];
  /** Shown when there is no such ticket at all. */
  empty: ReactNode;
  hideAsset?: boolean;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { defaultSort = DEFAULT_SORT, hideAsset } = props;
  const { state, change, goTo } = useListState();
  const narrow = useIsNarrow();
  const settings = useTableSettings();
  const query = {
    ...state.filter,
    ...pagingOf(state, defaultSort),
    ...props.filter,
  };
  const list = useTicketList(query);
  const { placeOf, open } = useOpenTicket(
    query,
    list.data,
    state.cursors.length,
  );
  const [current, setCurrent] = useState<string>();
  const ids = useMemo(
    () => (list.data?.items ?? []).map(({ id }) => id),
    [list.data],
  );
  useReturnToRow(ids);
  const chosen = props.columns ?? settings.columns;
  const columns = useMemo(
    () => chosen.filter(id => id !== 'assets' || !hideAsset),
    [chosen, hideAsset],
  );

  if (list.isPending) {
    return <Loading label={t('list.loading')} />;
  }
  // What one may no longer see goes away, also when it was on the screen.
  if (!list.data || isWithdrawn(list.error)) {
    return (
      <ErrorState
        title={t('list.failed')}
        error={list.error ?? new Error()}
        onRetry={() => list.refetch()}
      />
    );
  }
  const { items } = list.data;
  if (items.length === 0 && state.cursors.length === 0) {
    return hasFilters(state.filter) ? (
      <Empty
        title={t('empty.filtered.title')}
        text={t('empty.filtered.text')}
      />
    ) : (
      <>{props.empty}</>
    );
  }
  return (
    <>
      <NotRefreshed query={list} />
      {list.isPlaceholderData && <Loading label={t('list.loading')} />}
      {narrow ? (
        <TicketCards tickets={items} hideAsset={hideAsset} placeOf={placeOf} />
      ) : (
        <TicketTable
          tickets={items}
          columns={columns}
          isCompact={settings.isCompact}
          sort={state.sort ?? defaultSort}
          onSort={sort => change({ sort })}
          current={current}
          onCurrent={setCurrent}
          placeOf={placeOf}
          onOpen={open}
        />
      )}
      <Pager
        page={list.data}
        cursors={state.cursors}
        limit={state.limit}
        onGoTo={goTo}
        onLimit={limit => change({ limit })}
      />
    </>
  );
}
