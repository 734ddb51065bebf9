import { useRouteRef } from '@backstage/core-plugin-api';
import { Navigate, useSearchParams } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import type { ListTab } from './lists';

/**
 * Goes on from the page's own address to a list: to the one that `?tab=` names,
 * wherever the operator placed it, else to the first. Filters in the address are
 * kept.
 */
export function ToList(props: { lists: readonly ListTab[] }) {
  const { lists } = props;
  const root = useRouteRef(rootRouteRef)();
  const [params] = useSearchParams();
  const list = lists.find(({ id }) => id === params.get('tab')) ?? lists[0];
  if (!list) {
    return null;
  }
  const rest = new URLSearchParams(params);
  rest.delete('tab');
  const search = rest.size > 0 ? `?${rest}` : '';
  return (
    <Navigate replace to={`${root.replace(/\/$/, '')}/${list.path}${search}`} />
  );
}
