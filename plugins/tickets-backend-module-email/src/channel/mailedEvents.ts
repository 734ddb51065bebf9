import {
  type NotificationEvent,
  notificationEventSchema,
} from '@portaldesk/plugin-tickets-common';

/**
 * For screens alone; and people who lost access to a ticket learn of that in the
 * portal, which can take back what it said.
 */
const notMailed = ['changed', 'deleted', 'access-lost'] as const;

export type MailedEvent = Exclude<
  NotificationEvent,
  (typeof notMailed)[number]
>;

/** What people are mailed of. */
export const mailedEvents = notificationEventSchema.exclude(notMailed).options;
