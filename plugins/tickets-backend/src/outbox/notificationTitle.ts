import type { NotificationRole } from '@portaldesk/plugin-tickets-common';
import type { TicketNotification } from '@portaldesk/plugin-tickets-node';
import type { NotificationTexts } from './texts';

type TitledNotification = Pick<
  TicketNotification,
  'event' | 'deadline' | 'ticket' | 'other'
>;

/** What happened, in one line, for a recipient with these roles. */
export function notificationTitle(
  { byOther, byRole, byDeadline, byEvent }: NotificationTexts,
  { event, deadline, ticket, other }: TitledNotification,
  roles: readonly NotificationRole[],
): string {
  const ofBoth = other && byOther[event]?.(ticket.number, other.number);
  if (ofBoth !== undefined) {
    return ofBoth;
  }
  const titles = byRole[event] ?? {};
  const title =
    roles.map(role => titles[role]).find(Boolean) ??
    (deadline && byDeadline[event]?.[deadline.type]) ??
    byEvent[event];
  return title(ticket.number);
}

/**
 * A text whose angle brackets are replaced by similar characters. The portal
 * shows texts as they are, but its emails read them as HTML, where `<name>`
 * would disappear.
 */
export function withoutAngleBrackets(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
