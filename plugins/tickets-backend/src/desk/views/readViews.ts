import {
  type ListViewsQuery,
  type TicketView,
  type TicketViews,
  sortKeyOf,
} from '@portaldesk/plugin-tickets-common';
import { sharesViewsOf, viewOwnersOf } from '../../domain/access/viewOwners';
import type { StoredView, ViewStore } from '../../store/ViewStore';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { presentViews } from './presentView';
import { refusal } from '../refusal';

/** Nothing else is worth a query. */
const POSSIBLE_ID = /^[0-9a-f-]{36}$/;

/** The caller's own, then those of their teams; or those of one owner. */
export async function listViews(
  context: DeskContext,
  caller: Caller,
  { owner }: ListViewsQuery,
): Promise<TicketViews> {
  const { access } = context.config;
  const scope = callersScope(context, caller);
  const owners =
    owner === undefined
      ? viewOwnersOf(access, scope)
      : [owner].filter(ref => sharesViewsOf(access, scope, ref));
  const views = await context.store.views.list(owners);
  const sorted = [...views].sort(
    (a, b) =>
      owners.indexOf(a.owner) - owners.indexOf(b.owner) ||
      a.position - b.position ||
      compare(sortKeyOf(a.name), sortKeyOf(b.name)) ||
      compare(a.name, b.name),
  );
  return { items: await presentViews(context, caller, sorted) };
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

/** @throws NotFoundError when it does not exist for the caller */
export async function getView(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<TicketView> {
  const view = await readableView(context, context.store, caller, id);
  const [presented] = await presentViews(context, caller, [view]);
  return presented;
}

/** @throws NotFoundError when it does not exist for the caller */
export async function readableView(
  context: DeskContext,
  { views }: { views: ViewStore },
  caller: Caller,
  id: string,
): Promise<StoredView> {
  const view = POSSIBLE_ID.test(id) ? await views.find(id) : undefined;
  const scope = callersScope(context, caller);
  if (!view || !sharesViewsOf(context.config.access, scope, view.owner)) {
    throw refusal('view-not-found', `There is no view ${id}`);
  }
  return view;
}
