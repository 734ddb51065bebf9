import type {
  DeskDescription,
  TicketFilter,
  TicketView,
} from '@portaldesk/plugin-tickets-common';
import { writeFilter } from '../../components';

/**
 * The address of a saved view: all of its filters stand in it, so that they can
 * be changed like any others, and shared.
 */
export function savedViewParams(view: TicketView): URLSearchParams {
  const params = new URLSearchParams({ saved: view.id });
  const { state = 'all', ...filter } = view.filter ?? {};
  writeFilter(params, {
    ...filter,
    state: state === 'open' ? undefined : state,
    sort: `${view.sort}-${view.order}`,
  });
  return params;
}

/** Whether a list shows something else than the view it was opened from. */
export function differsFromView(
  view: TicketView,
  params: URLSearchParams,
): boolean {
  return sorted(savedViewParams(view)) !== sorted(params);
}

function sorted(params: URLSearchParams): string {
  return [...params]
    .filter(
      ([name, value]) => name !== 'limit' && `${name}${value}` !== 'stateopen',
    )
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
}

/** A filter without what is not named, as a saved view has it. */
export function namedFilters(filter: TicketFilter): TicketFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  );
}

/** Whether the caller may change a view: it is theirs, or their team's. */
export function mayChangeView(
  view: TicketView,
  { caller }: DeskDescription,
): boolean {
  return (
    view.owner === caller.ref ||
    caller.admin ||
    caller.teams.includes(view.owner)
  );
}
