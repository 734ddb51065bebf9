import {
  type TicketView,
  type TicketViewIssue,
  createViewRequestSchema,
  ticketColumnSchema,
  ticketFilterSchema,
} from '@portaldesk/plugin-tickets-common';
import type { DeskConfig } from '../../config/DeskConfig';
import type { Scope } from '../../domain/access/access';
import type { StoredView } from '../../store/ViewStore';
import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { issueAt } from '../../domain/issueAt';
import { readInput } from '../input/readInput';
import { filterIssues } from '../lists/filterIssues';
import { catalogIssues, missingInCatalog } from './catalogIssues';

const { sort: sortSchema, order: orderSchema } = createViewRequestSchema.shape;

/** Saved views as the caller can use them today; the catalog is asked once. */
export async function presentViews(
  context: DeskContext,
  caller: Caller,
  views: readonly StoredView[],
): Promise<TicketView[]> {
  const scope = callersScope(context, caller);
  const filters = views.flatMap(
    ({ filter }) => ticketFilterSchema.safeParse(filter).data ?? [],
  );
  const missing = await missingInCatalog(context, caller, filters);
  return views.map(view => presentView(context.config, scope, view, missing));
}

/**
 * A saved view as it can be used today. What the desk no longer knows is left
 * out and listed as an issue. An unusable filter is left out completely,
 * because a part of it would show other tickets.
 */
export function presentView(
  config: DeskConfig,
  scope: Scope,
  view: StoredView,
  missing: ReadonlySet<string> = new Set(),
): TicketView {
  const filter = readInput(ticketFilterSchema, view.filter, ['filter']);
  const sort = readInput(sortSchema, view.sort, ['sort']);
  const order = readInput(orderSchema, view.order, ['order']);
  const columns = knownColumns(view.columns);
  const unknown = filter.data
    ? filterIssues(config, scope, filter.data, 'filter')
    : [];
  const paths = new Set(unknown.map(({ path }) => path));
  return {
    id: view.id,
    version: view.version,
    name: view.name,
    owner: view.owner,
    filter: filter.data ?? null,
    sort: sort.data ?? sortSchema.parse(undefined),
    order: order.data ?? orderSchema.parse(undefined),
    columns: columns.known,
    position: view.position,
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
    updatedBy: view.updatedBy,
    issues: [
      ...filter.issues,
      ...unknown,
      ...(filter.data ? catalogIssues(filter.data, missing, paths) : []),
      ...sort.issues,
      ...order.issues,
      ...columns.issues,
    ],
  };
}

function knownColumns(columns: unknown): {
  known: TicketView['columns'];
  issues: TicketViewIssue[];
} {
  const saved = Array.isArray(columns) ? columns : [];
  const parsed = saved.map(column => ticketColumnSchema.safeParse(column));
  const known = parsed.flatMap(({ data }) => data ?? []);
  return {
    known: known.length > 0 ? known : null,
    issues: parsed.flatMap(({ success }, index) =>
      success
        ? []
        : [
            issueAt(
              `columns[${index}]`,
              'this column no longer exists',
              'not-one-of',
              { values: ticketColumnSchema.options },
            ),
          ],
    ),
  };
}
