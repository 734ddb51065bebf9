import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket, TicketFilter } from '@portaldesk/plugin-tickets-common';
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
import { useListKeys } from './useListKeys';
import { useOpenTicket } from './useOpenTicket';
import { useTableSettings } from './useTableSettings';
import { type TicketSelection, useTicketSelection } from './useTicketSelection';

const NO_TICKETS: Ticket[] = [];

/** What is selected in a list, and where the keyboard is. */
export interface ListSelection {
  selection: TicketSelection;
  /** The row that the keyboard is at. */
  current: Ticket | undefined;
  /** How many tickets the list has, as far as they are counted, as text. */
  total: string;
  /** Whether there are more than those of the page. */
  hasMore: boolean;
}

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
  /** Shown below the list; rows can be selected where it is given. */
  renderSelection?: (list: ListSelection) => ReactNode;
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
  const { placeOf, open } = useOpenTicket(query, list.data, state.cursors);
  const [current, setCurrent] = useState<string>();
  const { items = NO_TICKETS, total = 0, totalCap = 0 } = list.data ?? {};
  const selection = useTicketSelection(items, query, total);
  const currentTicket = items.find(({ id }) => id === current);
  useListKeys({
    items,
    current: currentTicket,
    onOpen: open,
    onToggle: props.renderSelection && selection.toggle,
  });
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
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
  const numberOf = (id: string) =>
    items.find(ticket => ticket.id === id)?.number ?? id;
  const boxes = props.renderSelection && {
    labels: {
      all: t('bulk.page'),
      row: (id: string) => t('bulk.row', { number: numberOf(id) }),
    },
    isSelected: selection.isSelected,
    all: selection.page,
    onToggleAll: selection.togglePage,
    onToggle: selection.toggle,
  };
  return (
    <>
      <NotRefreshed query={list} />
      {list.isPlaceholderData && <Loading label={t('list.loading')} />}
      {narrow ? (
        <TicketCards
          tickets={items}
          hideAsset={hideAsset}
          placeOf={placeOf}
          selection={boxes}
        />
      ) : (
        <TicketTable
          tickets={items}
          columns={columns}
          isCompact={settings.isCompact}
          sort={state.sort ?? defaultSort}
          onSort={sort => change({ sort })}
          selection={boxes}
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
      {props.renderSelection?.({
        selection,
        current: currentTicket,
        total: total >= totalCap ? `${totalCap}+` : String(total),
        hasMore: items.length < total,
      })}
    </>
  );
}
