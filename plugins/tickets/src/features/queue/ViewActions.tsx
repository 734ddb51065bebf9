import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  TicketFilter,
  TicketView,
} from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import {
  DEFAULT_SORT,
  hasFilters,
  type Sort,
  sortOf,
  useListState,
  useRefusalText,
  useTableSettings,
} from '../../components';
import { useViewChange } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Button, ConfirmDialog, MenuButton, useToast } from '../../ui';
import {
  differsFromView,
  mayChangeView,
  namedFilters,
  savedViewParams,
} from './savedViews';

const ViewDialog = lazy(() =>
  import('./ViewDialog').then(m => ({ default: m.ViewDialog })),
);

/** Saves what a list shows as a view; renames, changes and deletes the one that is open. */
export function ViewActions(props: {
  desk: DeskDescription;
  /** The saved view that is open. */
  view: TicketView | undefined;
  /** What the list shows. */
  filter: TicketFilter;
  defaultSort?: Sort;
  maySave: boolean;
}) {
  const { desk, view } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const toast = useToast();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const { state } = useListState();
  const settings = useTableSettings();
  const [dialog, setDialog] = useState<'save' | 'rename' | 'delete'>();
  const shown = () => ({
    filter: namedFilters(props.filter),
    ...sortOf(state.sort ?? props.defaultSort ?? DEFAULT_SORT),
    columns: [...(view?.columns ?? settings.columns)],
  });
  const goTo = (saved: TicketView) =>
    navigate(`${pathname}?${savedViewParams(saved)}`);

  const update = useViewChange((api, changed: TicketView) =>
    api.editView(changed.id, shown(), { version: changed.version }),
  );
  const remove = useViewChange((api, deleted: TicketView) =>
    api.deleteView(deleted.id, { version: deleted.version }),
  );
  const onError = (error: Error) =>
    toast.failure(t('views.refused', { reason: refusalText(error) }));

  // an own view is there already: nothing to save before it is changed
  const isChanged =
    hasFilters(state.filter) ||
    state.sort !== undefined ||
    state.state !== 'open';
  const mayChange = view !== undefined && mayChangeView(view, desk);
  const options = [
    ...(mayChange && differsFromView(view, params)
      ? [{ id: 'update', title: t('views.update') }]
      : []),
    ...(props.maySave ? [{ id: 'save', title: t('views.saveAs') }] : []),
    ...(mayChange
      ? [
          { id: 'rename', title: t('views.rename') },
          { id: 'delete', title: t('views.delete') },
        ]
      : []),
  ];
  const choose = (id: string) => {
    if (id === 'update' && view) {
      update.mutate(view, {
        onSuccess: () => toast.success(t('views.saved', { name: view.name })),
        onError,
      });
    } else {
      setDialog((['save', 'rename', 'delete'] as const).find(d => d === id));
    }
  };
  return (
    <>
      {view ? (
        <MenuButton
          label={t('views.actions')}
          options={options}
          isDisabled={update.isPending || remove.isPending}
          onChoose={choose}
        />
      ) : (
        props.maySave &&
        isChanged && (
          <Button variant="tertiary" onPress={() => setDialog('save')}>
            {t('views.saveAs')}
          </Button>
        )
      )}
      {(dialog === 'save' || dialog === 'rename') && (
        <Suspense fallback={null}>
          <ViewDialog
            desk={desk}
            view={dialog === 'rename' ? view : undefined}
            shown={shown()}
            onClose={() => setDialog(undefined)}
            onSaved={saved => {
              setDialog(undefined);
              toast.success(t('views.saved', { name: saved.name }));
              if (dialog === 'save') {
                goTo(saved);
              }
            }}
          />
        </Suspense>
      )}
      {dialog === 'delete' && view && (
        <ConfirmDialog
          title={t('views.deleteTitle', { name: view.name })}
          confirmLabel={t('views.delete')}
          cancelLabel={t('ticket.cancel')}
          onClose={() => setDialog(undefined)}
          onConfirm={() => {
            setDialog(undefined);
            remove.mutate(view, {
              onSuccess: () => {
                toast.success(t('views.deleted', { name: view.name }));
                navigate(pathname);
              },
              onError,
            });
          }}
        >
          {t(
            view.owner === desk.caller.ref
              ? 'views.deleteMine'
              : 'views.deleteTeams',
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
