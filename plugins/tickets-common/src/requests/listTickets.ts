import { z } from 'zod';
import { readBoolean } from './query';
import { ticketFilterSchema } from './ticketFilter';

/** Most tickets on one page. @public */
export const MAX_PAGE_SIZE = 100;

/** Longest cursor: it holds what the tickets are sorted by. */
const MAX_CURSOR_LENGTH = 2000;

/** Query parameters that page through a list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(25),
  cursor: z.string().max(MAX_CURSOR_LENGTH).optional(),
};

/**
 * What lists of tickets are sorted by. What a ticket does not have comes last
 * in both orders; tickets that are alike are sorted by their ids.
 *
 * - `createdAt`, `updatedAt`
 * - `number`, `subject`: as people read them, without case and accents, and with
 *   their digits as numbers
 * - `requester`, `team`, `assignee`: by their references
 * - `priority`: in the configured order, least urgent first
 * - `light`: orange, red, grey, green
 * - `dueAt`: the next deadline; leaves out what the caller is not an agent of
 * @public
 */
export const ticketSortSchema = z.enum([
  'createdAt',
  'updatedAt',
  'number',
  'subject',
  'requester',
  'team',
  'assignee',
  'priority',
  'light',
  'dueAt',
]);

/** {@inheritDoc ticketSortSchema} @public */
export type TicketSort = z.infer<typeof ticketSortSchema>;

/**
 * Query of `GET /tickets`.
 * @public
 */
export const listTicketsQuerySchema = ticketFilterSchema.extend({
  sort: ticketSortSchema.default('updatedAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** Whether the tickets are counted. Default: on the first page only */
  total: z.preprocess(readBoolean, z.boolean().optional()),
  ...pageQuery,
});

/** {@inheritDoc listTicketsQuerySchema} @public */
export interface ListTicketsQuery extends z.infer<
  typeof listTicketsQuerySchema
> {}

/**
 * Query of the lists that belong to one ticket, newest entry first.
 * @public
 */
export const pageQuerySchema = z.strictObject(pageQuery);

/** {@inheritDoc pageQuerySchema} @public */
export interface PageQuery extends z.infer<typeof pageQuerySchema> {}
