import { z } from 'zod';
import { failing } from '../vocabulary/failing';
import { editableFields } from './editTicket';
import {
  changeStatusRequestSchema,
  endTicketRequestSchema,
  handOverRequestSchema,
} from './life';
import {
  configuredIdSchema,
  messageBodySchema,
  tagsSchema,
  ticketKeySchema,
} from './text';

/** Most tickets of one bulk change. @public */
export const MAX_BULK = 100;

/** One change that can be done to many tickets at once. @public */
export const bulkChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('edit'),
    category: editableFields.category,
    priority: editableFields.priority,
    visibility: editableFields.visibility,
    system: editableFields.system,
    slaPolicy: editableFields.slaPolicy,
    addTags: tagsSchema.optional(),
    removeTags: tagsSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('assignment'),
    ...handOverRequestSchema.shape,
  }),
  z.strictObject({ type: z.literal('take-over') }),
  z.strictObject({
    type: z.literal('status'),
    ...changeStatusRequestSchema.shape,
  }),
  z.strictObject({
    type: z.literal('message'),
    kind: z.enum(['reply', 'note']),
    body: messageBodySchema,
    status: configuredIdSchema.optional(),
  }),
  z.strictObject({
    type: z.enum(['solve', 'close', 'reopen']),
    ...endTicketRequestSchema.shape,
  }),
  z.strictObject({ type: z.enum(['archive', 'unarchive', 'delete']) }),
]);

/** {@inheritDoc bulkChangeSchema} @public */
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/**
 * Body of `POST /bulk`.
 * @public
 */
export const bulkRequestSchema = z.strictObject({
  /** Ids or numbers. */
  tickets: z
    .array(ticketKeySchema)
    .min(1, 'list at least one ticket')
    .max(MAX_BULK, `a bulk change can have at most ${MAX_BULK} tickets`)
    .refine(
      keys => new Set(keys).size === keys.length,
      failing('a ticket is listed twice', 'repeated'),
    ),
  change: bulkChangeSchema,
});

/** {@inheritDoc bulkRequestSchema} @public */
export interface BulkRequest extends z.infer<typeof bulkRequestSchema> {}
