import { z } from 'zod';
import { sideSchema } from '../vocabulary';

/**
 * A `reply` is seen by all sides of a ticket, a `note` by its agents only, a
 * `private` message by its author and those it is for.
 * @public
 */
export const messageKindSchema = z.enum(['reply', 'note', 'private']);

/** {@inheritDoc messageKindSchema} @public */
export type MessageKind = z.infer<typeof messageKindSchema>;

/**
 * A file that was uploaded.
 * @public
 */
export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** What its content is, such as `image/png`, found out by the desk. */
  mediaType: z.string(),
  /** In bytes. */
  size: z.number().int(),
  /** Of its content, in hexadecimal. */
  sha256: z.string(),
  uploadedBy: z.string(),
  createdAt: z.iso.datetime(),
});

/** {@inheritDoc attachmentSchema} @public */
export interface Attachment extends z.infer<typeof attachmentSchema> {}

/**
 * One message of a ticket's conversation.
 * @public
 */
export const messageSchema = z.object({
  id: z.string(),
  /**
   * Id of the ticket that it stands on; another one than asked for when a
   * reply to a ticket closed long ago began a follow-up.
   */
  ticket: z.string(),
  kind: messageKindSchema,
  side: sideSchema,
  author: z.string(),
  /** Markdown; empty where the message is files alone. */
  body: z.string(),
  attachments: z.array(attachmentSchema),
  /** Whom a private message is for, beside its author. */
  recipients: z.array(z.string()).optional(),
  /** Number of the ticket it was written on, where that is another one. */
  origin: z.string().optional(),
  createdAt: z.iso.datetime(),
  /** Who removed what it said, and when; absent where nobody did. */
  redacted: z.object({ by: z.string(), at: z.iso.datetime() }).optional(),
});

/** {@inheritDoc messageSchema} @public */
export interface Message extends z.infer<typeof messageSchema> {}

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
export interface MessagePage extends z.infer<typeof messagePageSchema> {}
