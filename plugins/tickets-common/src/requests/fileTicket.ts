import { z } from 'zod';
import { entityRefSchema } from '../model';
import { configuredIdSchema, messageBodySchema, subjectSchema } from './text';

/** Most assets that one ticket can be about. @public */
export const MAX_ASSETS = 20;

/**
 * Body of `POST /tickets`. Only the subject is required.
 * @public
 */
export const fileTicketRequestSchema = z.strictObject({
  subject: subjectSchema,
  message: messageBodySchema.optional(),
  category: configuredIdSchema.optional(),
  priority: configuredIdSchema.optional(),
  /** The first one is the primary asset. */
  assets: z
    .array(entityRefSchema)
    .max(MAX_ASSETS, `a ticket has at most ${MAX_ASSETS} assets`)
    .refine(
      refs => new Set(refs).size === refs.length,
      'an asset is named twice',
    )
    .optional(),
});

/** {@inheritDoc fileTicketRequestSchema} @public */
export type FileTicketRequest = z.infer<typeof fileTicketRequestSchema>;
