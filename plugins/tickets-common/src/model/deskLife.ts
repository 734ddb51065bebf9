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

/**
 * Somebody who is absent: they are passed over when tickets are assigned by
 * themselves.
 * @public
 */
export const absenceSchema = z.object({
  /** Reference of a catalog User. */
  person: z.string(),
  from: z.iso.datetime(),
  /** Null: until further notice. */
  until: z.iso.datetime().nullable(),
});

/** {@inheritDoc absenceSchema} @public */
export interface Absence extends z.infer<typeof absenceSchema> {}

/** Those absent now or later in the caller's teams; for admins, all. @public */
export const absencesSchema = z.object({ items: z.array(absenceSchema) });

/** {@inheritDoc absencesSchema} @public */
export interface Absences extends z.infer<typeof absencesSchema> {}

/**
 * What came of a bulk change of one ticket.
 * @public
 */
export const bulkResultSchema = z.object({
  /** As it was named in the request. */
  ticket: z.string(),
  /** The HTTP status that the change alone would have been answered with. */
  status: z.number().int(),
  /** The version after the change, when it was done. */
  version: z.number().int().optional(),
  /** Why it was not done. */
  error: z.object({ name: z.string(), message: z.string() }).optional(),
});

/** {@inheritDoc bulkResultSchema} @public */
export interface BulkResult extends z.infer<typeof bulkResultSchema> {}

/** The result of a bulk change, in the order of the request. @public */
export const bulkResultsSchema = z.object({
  items: z.array(bulkResultSchema),
});

/** {@inheritDoc bulkResultsSchema} @public */
export interface BulkResults extends z.infer<typeof bulkResultsSchema> {}

/**
 * A notification that a channel could not deliver, and that waits for an admin.
 * @public
 */
export const failedNotificationSchema = z.object({
  id: z.string(),
  channel: z.string(),
  /** Id of the ticket. */
  ticket: z.string(),
  /** What happened, such as `replied`. */
  event: z.string(),
  createdAt: z.iso.datetime(),
  attempts: z.number().int(),
  lastError: z.string(),
});

/** {@inheritDoc failedNotificationSchema} @public */
export interface FailedNotification extends z.infer<
  typeof failedNotificationSchema
> {}

/** One page of failed notifications, oldest first. @public */
export const failedNotificationPageSchema = z.object({
  items: z.array(failedNotificationSchema),
  nextCursor: z.string().optional(),
});

/** {@inheritDoc failedNotificationPageSchema} @public */
export interface FailedNotificationPage extends z.infer<
  typeof failedNotificationPageSchema
> {}
