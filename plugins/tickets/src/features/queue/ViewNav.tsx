import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskDescription,
  TicketView,
} from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useEntityNames, useViewCounts } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { MenuButton, type NavItem, NavList, useIsWide } from '../../ui';
import type { OwnView } from './queueViews';
import { savedViewParams } from './savedViews';

/** Leads to the views of a list, with what is in them: at the left, or as a menu. */
export function ViewNav<Id extends string>(props: {
  desk: DeskDescription;
  own: readonly OwnView<Id>[];
  titleOf: (id: Id) => string;
  saved: readonly TicketView[];
  /** The id of the own view that is open, unless a saved one is. */
  currentOwn?: string;
  currentSaved?: string;
  /** What the address keeps from one own view to the other. */
  kept?: URLSearchParams;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { desk, own, saved, currentOwn, currentSaved } = props;
  const wide = useIsWide();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const counted = useMemo(
    () => [
      ...own.map(({ id, filter }) => ({ id: `own ${id}`, filter })),
      ...saved.flatMap(({ id, filter }) => (filter ? [{ id, filter }] : [])),
    ],
    [own, saved],
  );
  const counts = useViewCounts(counted);
  const owners = useMemo(
    () => [...new Set(saved.map(({ owner }) => owner))],
    [saved],
  );
  const nameOf = useEntityNames(owners);

  const toOwn = (id: string) => {
    const params = new URLSearchParams(props.kept);
    if (id !== own[0]?.id) {
      params.set('view', id);
    }
    return params.size > 0 ? `${pathname}?${params}` : pathname;
  };
  const ownItems = own
    .filter(
      ({ id, onlyFilled }) =>
        !onlyFilled ||
        id === currentOwn ||
        (counts.get(`own ${id}`) ?? '0') !== '0',
    )
    .map(({ id }) => ({
      id: `own ${id}`,
      title: props.titleOf(id),
      to: toOwn(id),
      isCurrent: id === currentOwn,
      count: counts.get(`own ${id}`),
    }));
  const itemOf = (view: TicketView): NavItem => ({
    id: view.id,
    title: view.name,
    to: `${pathname}?${savedViewParams(view)}`,
    isCurrent: view.id === currentSaved,
    count: counts.get(view.id),
  });
  const groups = [
    { id: 'own', items: ownItems },
    ...owners.map(owner => ({
      id: owner,
      title: owner === desk.caller.ref ? t('views.own') : nameOf(owner),
      items: saved.filter(view => view.owner === owner).map(itemOf),
    })),
  ];

  if (wide) {
    return <NavList label={t('views.label')} groups={groups} />;
  }
  const items = groups.flatMap(group =>
    group.items.map(item => ({
      ...item,
      text: withCount(
        'title' in group ? `${group.title}: ${item.title}` : item.title,
        item.count,
      ),
    })),
  );
  if (items.length < 2) {
    return null;
  }
  return (
    <MenuButton
      label={
        items.find(({ isCurrent }) => isCurrent)?.text ?? t('views.choose')
      }
      options={items.map(({ id, text }) => ({ id, title: text }))}
      onChoose={id => {
        const to = items.find(item => item.id === id)?.to;
        if (to !== undefined) {
          navigate(to);
        }
      }}
    />
  );
}

function withCount(title: string, count: string | undefined): string {
  return count === undefined ? title : `${title} (${count})`;
}
