import { z } from 'zod';
import {
  entityRefSchema,
  groupRefSchema,
  lightSchema,
  userRefSchema,
} from '../model';
import { configuredIdSchema } from './text';

/** A query parameter that may be given once or several times. */
function several<T extends z.ZodType>(item: T) {
  return z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).min(1).max(50).optional(),
  );
}

const none = z.literal('none');

/**
 * Which tickets are meant. Values of one filter are alternatives, different
 * filters narrow each other.
 * @public
 */
export const ticketFilterSchema = z.strictObject({
  /**
   * `open`: neither solved nor closed. `closed`: solved or closed. `archived`:
   * those that were archived, which other lists leave out.
   */
  state: z.enum(['open', 'closed', 'archived']).optional(),
  light: several(lightSchema),
  /** Ids of configured statuses; finds nothing for those who may not see them. */
  status: several(configuredIdSchema),
  category: several(configuredIdSchema),
  priority: several(configuredIdSchema),
  /** Filed for or by this user. */
  requester: several(userRefSchema),
  /** `none` means tickets that wait in triage. */
  team: several(z.union([none, groupRefSchema])),
  /** `none` means tickets that nobody took over. */
  assignee: several(z.union([none, userRefSchema])),
  /** About this catalog entity. */
  asset: several(entityRefSchema),
});

/** {@inheritDoc ticketFilterSchema} @public */
export type TicketFilter = z.infer<typeof ticketFilterSchema>;

/** Most tickets on one page. @public */
export const MAX_PAGE_SIZE = 100;

/** Query parameters that page through a list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(25),
  cursor: z.string().max(500).optional(),
};

/**
 * Query of `GET /tickets`.
 * @public
 */
export const listTicketsQuerySchema = ticketFilterSchema.extend({
  sort: z.enum(['createdAt', 'updatedAt']).default('updatedAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  ...pageQuery,
});

/** {@inheritDoc listTicketsQuerySchema} @public */
export type ListTicketsQuery = z.infer<typeof listTicketsQuerySchema>;

/**
 * Query of the lists that belong to one ticket, newest entry first.
 * @public
 */
export const pageQuerySchema = z.strictObject(pageQuery);

/** {@inheritDoc pageQuerySchema} @public */
export type PageQuery = z.infer<typeof pageQuerySchema>;
