import { z } from 'zod';
import { failing } from '../vocabulary/failing';
import { lineSchema } from './text';
import { ticketFilterSchema } from './ticketFilter';

/** Most views that are counted at once. @public */
export const MAX_COUNTED_VIEWS = 50;

/**
 * Body of `POST /counts`.
 * @public
 */
export const countViewsRequestSchema = z.strictObject({
  views: z
    .array(
      z.strictObject({
        /** By which the answer names the view; whatever the caller likes. */
        id: lineSchema('an id', 255),
        filter: ticketFilterSchema,
      }),
    )
    .min(1)
    .max(MAX_COUNTED_VIEWS)
    .refine(
      views => new Set(views.map(({ id }) => id)).size === views.length,
      failing('a view is listed twice', 'repeated'),
    ),
  /** Where counting the tickets of a view stops. */
  cap: z.number().int().min(1).max(1000).default(100),
});

/** {@inheritDoc countViewsRequestSchema} @public */
export interface CountViewsRequest extends z.infer<
  typeof countViewsRequestSchema
> {}
