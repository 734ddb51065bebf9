import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketFilter } from '@portaldesk/plugin-tickets-common';
import type { ReactNode } from 'react';
import { isWithdrawn, useTicketList } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, ErrorState, Loading, useIsNarrow } from '../../ui';
import { NotRefreshed } from '../NotRefreshed';
import { Pager } from './Pager';
import { TicketCards } from './TicketCards';
import { TicketTable } from './TicketTable';
import { chipsOf, hasChips, pagingOf, useListState } from './useListState';

/** A list of tickets in the order, with the chips and on the page that the address says. */
export function TicketList(props: {
  /** What the list is about, whatever the chips say. */
  filter: TicketFilter;
  /** Shown when there is no such ticket at all. */
  empty: ReactNode;
  hideAsset?: boolean;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state, change, goTo } = useListState();
  const narrow = useIsNarrow();
  const list = useTicketList({
    ...chipsOf(state),
    ...pagingOf(state),
    ...props.filter,
  });

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
    return hasChips(state) ? (
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
        <TicketCards tickets={items} hideAsset={props.hideAsset} />
      ) : (
        <TicketTable
          tickets={items}
          hideAsset={props.hideAsset}
          sort={state.sort}
          onSort={sort => change({ sort })}
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
