import { z } from 'zod';
import { entityRefSchema } from '../model';
import { pageQuery } from './listTickets';
import { MAX_SUBJECT_LENGTH, searchTextSchema } from './text';
import { ticketFilterSchema } from './ticketFilter';

/**
 * Query of `GET /search`: what is looked for, as in the filter `text`, and among
 * which tickets.
 * @public
 */
export const searchQuerySchema = ticketFilterSchema.extend({
  text: searchTextSchema,
  ...pageQuery,
});

/** {@inheritDoc searchQuerySchema} @public */
export type SearchQuery = z.infer<typeof searchQuerySchema>;

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
export type SimilarQuery = z.infer<typeof similarQuerySchema>;
