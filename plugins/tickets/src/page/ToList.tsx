import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { Navigate, useSearchParams } from 'react-router-dom';
import { useDesk } from '../data';
import { ticketsTranslationRef } from '../i18n';
import { readLastPlace } from '../lib/lastPlace';
import { rootRouteRef } from '../routes';
import { Loading } from '../ui';
import type { ListTab } from './lists';

/**
 * Goes on from the page's own address to a list: to the one that `?tab=` names,
 * wherever the operator placed it. Without it, people who work on tickets land
 * where they were last, at first in the queue, and all others on their own
 * tickets. Filters in the address are kept.
 */
export function ToList(props: { lists: readonly ListTab[] }) {
  const { lists } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const [params] = useSearchParams();
  const desk = useDesk();
  const named = lists.find(({ id }) => id === params.get('tab'));
  // a desk that does not answer says so on the list
  if (!named && desk.isPending) {
    return <Loading label={t('list.loading')} />;
  }
  const { list, search } = named
    ? { list: named, search: '' }
    : landingPlace(lists, desk.data);
  if (!list) {
    return null;
  }
  const rest = new URLSearchParams(params);
  rest.delete('tab');
  const kept = rest.size > 0 ? `?${rest}` : search;
  return (
    <Navigate replace to={`${root.replace(/\/$/, '')}/${list.path}${kept}`} />
  );
}

function landingPlace(
  lists: readonly ListTab[],
  desk: DeskDescription | undefined,
): { list: ListTab | undefined; search: string } {
  const find = (id: string | undefined) => lists.find(list => list.id === id);
  const works = desk?.caller.agent || desk?.caller.admin;
  if (!works) {
    return { list: find('mine') ?? lists[0], search: '' };
  }
  const last = readLastPlace(desk.caller.ref);
  const list = find(last?.list);
  return list
    ? { list, search: last?.search ?? '' }
    : { list: find('queue') ?? lists[0], search: '' };
}
