import { z } from 'zod';
import { attachmentIdsSchema, lineSchema } from './text';

/** Longest reason for a redaction, in characters. @public */
export const MAX_REDACTION_REASON_LENGTH = 500;

/**
 * Body of `POST /tickets/{ticket}/messages/{message}/redact`.
 * @public
 */
export const redactMessageRequestSchema = z.strictObject({
  /** Why, for agents; it must not repeat what is removed. */
  reason: lineSchema('a reason', MAX_REDACTION_REASON_LENGTH),
  /**
   * Ids of the files that are removed; the text stays. Default: the text and all
   * files are removed
   */
  attachments: attachmentIdsSchema.min(1, 'name at least one file').optional(),
});

/** {@inheritDoc redactMessageRequestSchema} @public */
export interface RedactMessageRequest extends z.infer<
  typeof redactMessageRequestSchema
> {}
