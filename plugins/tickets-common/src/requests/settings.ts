import { z } from 'zod';
import { channelSchema, entityRefSchema, userRefSchema } from '../vocabulary';
import { several } from './query';
import { configuredIdSchema, instantSchema, tagSchema } from './text';

/**
 * Query of `GET /settings/routing`: a ticket that could be filed.
 * @public
 */
export const routingTestQuerySchema = z.strictObject({
  /** Its primary asset. */
  asset: entityRefSchema.optional(),
  category: configuredIdSchema.optional(),
  priority: configuredIdSchema.optional(),
  /** For whom it is. Default: the caller */
  requester: userRefSchema.optional(),
  /** Default: `portal` */
  channel: channelSchema.optional(),
  /** Beside those of its category. */
  tag: several(tagSchema),
});

/** {@inheritDoc routingTestQuerySchema} @public */
export interface RoutingTestQuery extends z.infer<
  typeof routingTestQuerySchema
> {}

/**
 * Query of `GET /settings/sla`.
 * @public
 */
export const slaTestQuerySchema = z.strictObject({
  policy: configuredIdSchema,
  priority: configuredIdSchema,
  /** When the ticket is filed. */
  filedAt: instantSchema,
});

/** {@inheritDoc slaTestQuerySchema} @public */
export interface SlaTestQuery extends z.infer<typeof slaTestQuerySchema> {}
