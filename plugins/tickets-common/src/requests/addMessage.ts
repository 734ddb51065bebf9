import { z } from 'zod';
import { userRefSchema } from '../vocabulary';
import { failing } from '../vocabulary/failing';
import {
  attachmentIdsSchema,
  configuredIdSchema,
  isVisible,
  messageTextSchema,
} from './text';

/** A message is a text, or files, or both. */
const message = {
  /** Markdown; can be empty where there are files. */
  body: messageTextSchema,
  /** Ids of uploaded files. */
  attachments: attachmentIdsSchema.optional(),
};

function hasContent(request: { body: string; attachments?: string[] }) {
  return isVisible(request.body) || Boolean(request.attachments?.length);
}

const contentRequired = {
  path: ['body'],
  ...failing('a message is required', 'required'),
};

/**
 * Body of `POST /tickets/{ticket}/messages`.
 * @public
 */
export const addMessageRequestSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.enum(['reply', 'note']),
      ...message,
      /** "Send and set to …": the id of the status to set in the same step. */
      status: configuredIdSchema.optional(),
    })
    .refine(hasContent, contentRequired),
  z
    .strictObject({
      kind: z.literal('private'),
      ...message,
      /** The recipients, who may read the ticket. */
      recipients: z
        .array(userRefSchema)
        .min(1, 'list at least one recipient')
        .max(20, 'a private message can have at most 20 recipients'),
    })
    .refine(hasContent, contentRequired),
]);

/** {@inheritDoc addMessageRequestSchema} @public */
export type AddMessageRequest = z.infer<typeof addMessageRequestSchema>;
