import { z } from 'zod';

/**
 * A notification that a channel could not deliver, and that waits for an admin
 * of the desk to retry or discard it.
 * @public
 */
export const failedNotificationSchema = z.object({
  id: z.string(),
  channel: z.string(),
  /** Id of the ticket. */
  ticket: z.string(),
  /** What the notification is about, such as `replied`. */
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
export type FailedNotificationPage = z.infer<
  typeof failedNotificationPageSchema
>;
