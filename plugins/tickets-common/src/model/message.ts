import { z } from 'zod';
import { sideSchema } from './vocabulary';

/**
 * A `reply` is seen by all sides of a ticket, a `note` by its agents only.
 * @public
 */
export const messageKindSchema = z.enum(['reply', 'note']);

/** {@inheritDoc messageKindSchema} @public */
export type MessageKind = z.infer<typeof messageKindSchema>;

/**
 * One message of a ticket's conversation.
 * @public
 */
export const messageSchema = z.object({
  id: z.string(),
  kind: messageKindSchema,
  side: sideSchema,
  author: z.string(),
  /** Markdown. */
  body: z.string(),
  createdAt: z.iso.datetime(),
});

/** {@inheritDoc messageSchema} @public */
export type Message = z.infer<typeof messageSchema>;

/**
 * One page of a conversation, newest message first.
 * @public
 */
export const messagePageSchema = z.object({
  items: z.array(messageSchema),
  /** Leads to older messages; absent when there are none. */
  nextCursor: z.string().optional(),
});

/** {@inheritDoc messagePageSchema} @public */
export type MessagePage = z.infer<typeof messagePageSchema>;
