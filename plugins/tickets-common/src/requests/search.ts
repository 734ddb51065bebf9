import { z } from 'zod';
import { entityRefSchema } from '../vocabulary';
import { pageQuery } from './listTickets';
import { searchTextSchema } from './searchText';
import { MAX_SUBJECT_LENGTH } from './text';
import { ticketFilterSchema } from './ticketFilter';

/**
 * Query of `GET /search`: what is looked for, as in the filter `text`, and among
 * which tickets.
 * @public
 */
export const searchQuerySchema = ticketFilterSchema.extend({
  /**
   * Words of the number and the subject, of one message or of one field: all of
   * them, "in this order" between quotation marks, and none with a minus before
   * it. The last word may be typed in part. At least one word without a minus.
   */
  text: searchTextSchema,
  ...pageQuery,
});

/** {@inheritDoc searchQuerySchema} @public */
export interface SearchQuery extends z.infer<typeof searchQuerySchema> {}

/** Most suggestions at once. @public */
export const MAX_SIMILAR = 10;

/**
 * Query of `GET /similar`.
 * @public
 */
export const similarQuerySchema = z.strictObject({
  /** As far as it is typed. */
  subject: z.string().max(MAX_SUBJECT_LENGTH),
  /** Tickets about this catalog entity come before others. */
  asset: entityRefSchema.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_SIMILAR).default(5),
});

/** {@inheritDoc similarQuerySchema} @public */
export interface SimilarQuery extends z.infer<typeof similarQuerySchema> {}
