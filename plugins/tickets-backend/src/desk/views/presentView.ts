import {
  type TicketView,
  type TicketViewIssue,
  createViewRequestSchema,
  ticketColumnSchema,
  ticketFilterSchema,
} from '@portaldesk/plugin-tickets-common';
import type { z } from 'zod';
import type { DeskConfig } from '../../config/DeskConfig';
import type { Scope } from '../../domain/access/access';
import type { StoredView } from '../../store/ViewStore';

const { sort: sortSchema, order: orderSchema } = createViewRequestSchema.shape;

type ConfiguredFilter = 'status' | 'category' | 'priority';

/**
 * A saved view as it can be used today. What the desk does not know any more is
 * left out and named, except from the filter: with less than it was saved with
 * it would show other tickets, so that it is left out as a whole.
 */
export function presentView(
  config: DeskConfig,
  scope: Scope,
  view: StoredView,
): TicketView {
  const filter = ticketFilterSchema.safeParse(view.filter);
  const sort = sortSchema.safeParse(view.sort);
  const order = orderSchema.safeParse(view.order);
  const columns = knownColumns(view.columns);
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
      ...(filter.error ? issuesOf('filter', filter.error) : []),
      ...(filter.data ? notConfigured(config, scope, filter.data) : []),
      ...(sort.error ? issuesOf('sort', sort.error) : []),
      ...(order.error ? issuesOf('order', order.error) : []),
      ...columns.issues,
    ],
  };
}

function issuesOf(where: string, error: z.core.$ZodError): TicketViewIssue[] {
  return error.issues.map(issue => ({
    path: [where, ...issue.path]
      .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .slice(1),
    message: issue.message,
  }));
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
            {
              path: `columns[${index}]`,
              message: 'there is no such column any more',
            },
          ],
    ),
  };
}

/** Ids that find nothing, or only what kept them; of statuses, agents know. */
function notConfigured(
  config: DeskConfig,
  scope: Scope,
  filter: Pick<z.output<typeof ticketFilterSchema>, ConfiguredFilter>,
): TicketViewIssue[] {
  const configured: Partial<
    Record<ConfiguredFilter, readonly { readonly id: string }[]>
  > = {
    ...((scope.agent || scope.admin) && { status: config.statuses.all }),
    category: config.categories,
    priority: config.priorities,
  };
  return (['status', 'category', 'priority'] as const).flatMap(name =>
    (filter[name] ?? []).flatMap((id, index) =>
      !configured[name] || configured[name].some(item => item.id === id)
        ? []
        : [
            {
              path: `filter.${name}[${index}]`,
              message: `${id} is not configured`,
            },
          ],
    ),
  );
}
