import { z } from 'zod';

/**
 * A canned reply with its placeholders filled in for one ticket.
 * @public
 */
export const cannedReplySchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['reply', 'note']),
  /** Markdown. */
  body: z.string(),
  /** What applying it changes beside. */
  set: z.object({
    status: z.string().optional(),
    priority: z.string().optional(),
    category: z.string().optional(),
    addTags: z.array(z.string()),
  }),
});

/** {@inheritDoc cannedReplySchema} @public */
export interface CannedReply extends z.infer<typeof cannedReplySchema> {}

/** The canned replies that fit a ticket and the caller. @public */
export const cannedRepliesSchema = z.object({
  items: z.array(cannedReplySchema),
});

/** {@inheritDoc cannedRepliesSchema} @public */
export interface CannedReplies extends z.infer<typeof cannedRepliesSchema> {}
