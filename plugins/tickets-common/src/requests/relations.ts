import { z } from 'zod';
import { groupRefSchema, linkTypeSchema } from '../vocabulary';
import { pattern } from './pattern';
import { readBoolean } from './query';
import {
  configuredIdSchema,
  messageBodySchema,
  subjectSchema,
  ticketKeySchema,
} from './text';

/**
 * Body of `POST /tickets/{ticket}/links`.
 * @public
 */
export const linkRequestSchema = z.strictObject({
  type: linkTypeSchema,
  /** Id or number of the other ticket. */
  ticket: ticketKeySchema,
  /** Whether the ticket of the path is the first of the two. Default: true */
  outward: z.boolean().default(true),
});

/** {@inheritDoc linkRequestSchema} @public */
export interface LinkRequest extends z.input<typeof linkRequestSchema> {}

/**
 * Query of `DELETE /tickets/{ticket}/links`, which names the link as
 * `linkRequestSchema` does.
 * @public
 */
export const unlinkQuerySchema = linkRequestSchema.extend({
  outward: z.preprocess(readBoolean, z.boolean().default(true)),
});

/**
 * Body of `POST /tickets/{ticket}/merge`: the ticket of the path goes into the
 * other one.
 * @public
 */
export const mergeRequestSchema = z.strictObject({ into: ticketKeySchema });

/** {@inheritDoc mergeRequestSchema} @public */
export interface MergeRequest extends z.infer<typeof mergeRequestSchema> {}

/**
 * Body of `POST /tickets/{ticket}/split`: a reply becomes the first message of
 * a ticket of its own.
 * @public
 */
export const splitRequestSchema = z.strictObject({
  /** Id of the message. */
  message: z
    .string()
    .check(
      pattern(
        'message',
        /^[A-Za-z0-9_-]{1,64}$/,
        'expected the id of a message',
      ),
    ),
  subject: subjectSchema,
});

/** {@inheritDoc splitRequestSchema} @public */
export interface SplitRequest extends z.infer<typeof splitRequestSchema> {}

/**
 * Body of `POST /tickets/{ticket}/work-orders`; what is absent is taken over
 * from the ticket. A work order is internal, that of a confidential ticket
 * confidential.
 * @public
 */
export const workOrderRequestSchema = z.strictObject({
  subject: subjectSchema.optional(),
  message: messageBodySchema.optional(),
  category: configuredIdSchema.optional(),
  priority: configuredIdSchema.optional(),
  team: groupRefSchema.optional(),
});

/** {@inheritDoc workOrderRequestSchema} @public */
export interface WorkOrderRequest extends z.infer<
  typeof workOrderRequestSchema
> {}
