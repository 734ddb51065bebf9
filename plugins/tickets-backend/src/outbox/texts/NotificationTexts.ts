import type {
  NotificationEvent,
  NotificationRole,
  SlaDeadline,
} from '@portaldesk/plugin-tickets-common';

type Title = (ticket: string) => string;

/**
 * What the portal's notifications say, in one language. Titles are looked up
 * from the most to the least specific.
 */
export interface NotificationTexts {
  /** Where the title depends on what the recipient is to the ticket. */
  readonly byRole: Partial<
    Record<NotificationEvent, Partial<Record<NotificationRole, Title>>>
  >;
  /** Where the title depends on the deadline. */
  readonly byDeadline: Partial<
    Record<NotificationEvent, Record<SlaDeadline, Title>>
  >;
  /** Where the title names the other of two merged tickets. */
  readonly byOther: Partial<
    Record<NotificationEvent, (ticket: string, other: string) => string>
  >;
  readonly byEvent: Record<NotificationEvent, Title>;
  /** The title of a notification that was withdrawn from its recipient. */
  readonly withdrawn: string;
  /** Possible reasons for lost access, and what to do about it. */
  readonly accessLost: string;
}
