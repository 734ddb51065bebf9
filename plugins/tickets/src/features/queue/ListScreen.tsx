import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { type ReactNode, useMemo } from 'react';
import {
  ListFilters,
  readColumns,
  stateFilterOf,
  TicketList,
  useListState,
} from '../../components';
import { useSavedViews } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles, useIsWide } from '../../ui';
import { BulkBar } from './bulk/BulkBar';
import type { OwnView } from './queueViews';
import { SavedViewNotice } from './SavedViewNotice';
import { useLastPlace } from './useLastPlace';
import { ViewActions } from './ViewActions';
import { ViewNav } from './ViewNav';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gap: 'var(--bui-space-3) var(--bui-space-5)',
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      // the menu of the views, where they are not at the left
      '& > button': { justifySelf: 'start', maxWidth: '100%' },
    },
    wide: { gridTemplateColumns: '13rem minmax(0, 1fr)' },
  },
  { name: 'PortaldeskListScreen' },
);

/** A list of tickets with its views, its filters and what can be done with them. */
export function ListScreen<Id extends string>(props: {
  desk: DeskDescription;
  /** The id of the list. */
  list: string;
  /** The first one is shown where the address names none. */
  views: readonly OwnView<Id>[];
  titleOf: (id: Id) => string;
  /** Whether the reader chooses between open and closed tickets in every view. */
  offersState?: boolean;
  /** What the address keeps from one of these views to the other. */
  kept?: URLSearchParams;
  empty: (view: Id) => ReactNode;
  /** What else is chosen in the list's own views. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const wide = useIsWide();
  const { state } = useListState();
  const { desk, views } = props;
  useLastPlace(desk.caller.ref, props.list);
  const savedViews = useSavedViews();
  const saved = savedViews.data?.items ?? [];

  const own = views.find(({ id }) => id === state.view) ?? views[0];
  const isSaved = state.saved !== undefined;
  const savedView = saved.find(({ id }) => id === state.saved);
  // kept as long as the view is, for the table below
  const columns = useMemo(() => readColumns(savedView?.columns), [savedView]);
  const filter = isSaved ? stateFilterOf(state.state) : own.filter;
  const fixed = isSaved
    ? []
    : Object.entries(own.filter).flatMap(([name, value]) =>
        value === undefined ? [] : [name],
      );
  return (
    <div className={wide ? `${classes.root} ${classes.wide}` : classes.root}>
      <ViewNav
        desk={desk}
        own={views}
        titleOf={props.titleOf}
        saved={saved}
        currentOwn={isSaved ? undefined : own.id}
        currentSaved={state.saved}
        kept={props.kept}
      />
      <section
        aria-label={
          isSaved ? (savedView?.name ?? t('views.gone')) : props.titleOf(own.id)
        }
      >
        <SavedViewNotice
          isMissing={isSaved && savedViews.isSuccess && !savedView}
          hasFailed={savedViews.isError && !savedViews.data}
          onRetry={() => savedViews.refetch()}
          view={savedView}
        />
        <ListFilters
          hideState={!isSaved && !props.offersState}
          fixed={fixed}
          defaultSort={own.sort}
        >
          {!isSaved && props.children}
          <ViewActions
            desk={desk}
            view={savedView}
            filter={{ ...state.filter, ...filter }}
            defaultSort={isSaved ? undefined : own.sort}
            maySave={isSaved || !own.moves}
          />
        </ListFilters>
        <TicketList
          filter={filter}
          defaultSort={isSaved ? undefined : own.sort}
          columns={columns}
          empty={props.empty(own.id)}
          renderSelection={
            desk.caller.agent || desk.caller.admin
              ? list => <BulkBar desk={desk} list={list} />
              : undefined
          }
        />
      </section>
    </div>
  );
}
