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
export type CannedReply = z.infer<typeof cannedReplySchema>;

/** The canned replies that fit a ticket and the caller. @public */
export const cannedRepliesSchema = z.object({
  items: z.array(cannedReplySchema),
});

/** {@inheritDoc cannedRepliesSchema} @public */
export type CannedReplies = z.infer<typeof cannedRepliesSchema>;

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
export type Absence = z.infer<typeof absenceSchema>;

/** Those absent now or later in the caller's teams; for admins, all. @public */
export const absencesSchema = z.object({ items: z.array(absenceSchema) });

/** {@inheritDoc absencesSchema} @public */
export type Absences = z.infer<typeof absencesSchema>;

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
export type BulkResult = z.infer<typeof bulkResultSchema>;

/** The result of a bulk change, in the order of the request. @public */
export const bulkResultsSchema = z.object({
  items: z.array(bulkResultSchema),
});

/** {@inheritDoc bulkResultsSchema} @public */
export type BulkResults = z.infer<typeof bulkResultsSchema>;

/**
 * Something that could not be told through a channel, and waits for an admin.
 * @public
 */
export const parkedNoticeSchema = z.object({
  id: z.string(),
  channel: z.string(),
  /** Id of the ticket. */
  ticket: z.string(),
  occasion: z.string(),
  createdAt: z.iso.datetime(),
  attempts: z.number().int(),
  lastError: z.string(),
});

/** {@inheritDoc parkedNoticeSchema} @public */
export type ParkedNotice = z.infer<typeof parkedNoticeSchema>;

/** One page of what is parked, oldest first. @public */
export const parkedNoticePageSchema = z.object({
  items: z.array(parkedNoticeSchema),
  nextCursor: z.string().optional(),
});

/** {@inheritDoc parkedNoticePageSchema} @public */
export type ParkedNoticePage = z.infer<typeof parkedNoticePageSchema>;
