import { z } from 'zod';
import type { ListTicketsQuery, TicketFilter } from '../requests';
import { ticketColumnSchema } from '../vocabulary';
import { requestIssueSchema } from './requestIssue';

/** A schema for answers of a desk that may know more than this client does. */
function answered<T>(schema: z.ZodType): z.ZodType<T> {
  return schema as z.ZodType<T>;
}

/**
 * Something in a saved view that can no longer be used.
 * @public
 */
export const ticketViewIssueSchema = requestIssueSchema.extend({
  /** Where: `filter.status[0]`, `sort`. */
  path: z.string(),
});

/** {@inheritDoc ticketViewIssueSchema} @public */
export interface TicketViewIssue extends z.infer<
  typeof ticketViewIssueSchema
> {}

/**
 * A saved view: a filtered list of tickets. It gives no access: everyone finds
 * in it what they may read.
 * @public
 */
export const ticketViewSchema = z.object({
  id: z.string(),
  /** Grows with every change; goes into `If-Match`. */
  version: z.number().int(),
  name: z.string(),
  /** A user, who alone has the view, or a team, whose agents share it. */
  owner: z.string(),
  /**
   * The filter of the list. Null when it can no longer be used, as after an
   * update of the desk that removed a filter; `issues` has the reason.
   */
  filter: answered<TicketFilter>(z.record(z.string(), z.json())).nullable(),
  /**
   * What the list is sorted by. With `dueAt` it leaves out tickets of which the
   * caller is not an agent.
   */
  sort: answered<ListTicketsQuery['sort']>(z.string()),
  order: z.enum(['asc', 'desc']),
  /** The columns of the table, in their order; null for the usual ones. */
  columns: z.array(ticketColumnSchema).nullable(),
  /** Views of one owner are in the order of their positions, then their names. */
  position: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Who changed it last. */
  updatedBy: z.string(),
  /** What the view contains that can no longer be used. */
  issues: z.array(ticketViewIssueSchema),
});

/** {@inheritDoc ticketViewSchema} @public */
export interface TicketView extends z.infer<typeof ticketViewSchema> {}

/** The saved views of the caller, then those of the teams. @public */
export const ticketViewsSchema = z.object({ items: z.array(ticketViewSchema) });

/** {@inheritDoc ticketViewsSchema} @public */
export interface TicketViews extends z.infer<typeof ticketViewsSchema> {}
