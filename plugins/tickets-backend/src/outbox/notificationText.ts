import type {
  NotificationEvent,
  NotificationRole,
  SlaDeadline,
} from '@portaldesk/plugin-tickets-common';
import type { TicketNotification } from '@portaldesk/plugin-tickets-node';

type TitledNotice = Pick<
  TicketNotification,
  'event' | 'deadline' | 'ticket' | 'other'
>;

/** The sentences that differ by what somebody is to the ticket. */
const toRole: Partial<
  Record<
    NotificationEvent,
    Partial<Record<NotificationRole, (ticket: string) => string>>
  >
> = {
  filed: {
    requester: ticket => `Your ticket ${ticket} was filed`,
    assignee: ticket => `New ticket ${ticket} for you`,
  },
  'filed-on-behalf': {
    requester: ticket => `Ticket ${ticket} was filed for you`,
    assignee: ticket => `New ticket ${ticket} for you`,
  },
  returned: {
    team: ticket => `Ticket ${ticket} is back in the queue of your team`,
  },
  assigned: {
    assignee: ticket => `Ticket ${ticket} was assigned to you`,
    team: ticket => `Ticket ${ticket} was assigned to an agent who is away`,
    admin: needsAgent,
    agent: needsAgent,
  },
  queued: { admin: needsAgent, agent: needsAgent },
  moved: { admin: needsAgent, agent: needsAgent },
  added: {
    watcher: ticket => `You now watch ticket ${ticket}`,
  },
};

/** To those who are told in place of a team that cannot be told. */
function needsAgent(ticket: string): string {
  return `Ticket ${ticket} needs an agent`;
}

const toAll: Record<NotificationEvent, (ticket: string) => string> = {
  filed: ticket => `New ticket ${ticket}`,
  'filed-on-behalf': ticket => `New ticket ${ticket}`,
  replied: ticket => `New reply to ticket ${ticket}`,
  noted: ticket => `New note on ticket ${ticket}`,
  'private-message-added': ticket =>
    `Private message to you on ticket ${ticket}`,
  assigned: ticket => `Ticket ${ticket} was assigned to you`,
  unassigned: ticket => `Ticket ${ticket} is no longer assigned to you`,
  queued: ticket => `Ticket ${ticket} is back in the queue`,
  moved: ticket => `Ticket ${ticket} was moved to your team`,
  merged: ticket => `Ticket ${ticket} was merged into another ticket`,
  joined: ticket => `Another ticket was merged into ticket ${ticket}`,
  added: ticket => `You were added to ticket ${ticket}`,
  'access-lost': ticket => `You no longer have access to ticket ${ticket}`,
  'answer-expected': ticket => `Ticket ${ticket} waits for your answer`,
  'priority-changed': ticket => `The priority of ticket ${ticket} changed`,
  postponed: ticket => `Ticket ${ticket} was postponed`,
  solved: ticket => `Ticket ${ticket} was solved`,
  closed: ticket => `Ticket ${ticket} was closed`,
  reopened: ticket => `Ticket ${ticket} was reopened`,
  returned: ticket => `Postponed ticket ${ticket} is back`,
  rated: ticket => `Ticket ${ticket} was rated`,
  'sla-warning': ticket => `Ticket ${ticket} is close to its SLA deadline`,
  'sla-breach': ticket => `Ticket ${ticket} has missed its SLA deadline`,
  changed: ticket => `Ticket ${ticket} changed`,
  deleted: ticket => `Ticket ${ticket} was deleted`,
};

/** Of a deadline that comes near, or has passed. */
const ofDeadline: Partial<
  Record<NotificationEvent, Record<SlaDeadline, (ticket: string) => string>>
> = {
  'sla-warning': {
    response: ticket => `The first reply to ticket ${ticket} is due soon`,
    resolution: ticket =>
      `Ticket ${ticket} is close to its resolution deadline`,
    inactivity: ticket =>
      `Ticket ${ticket} is about to breach its inactivity limit`,
  },
  'sla-breach': {
    response: ticket => `The first reply to ticket ${ticket} is late`,
    resolution: ticket => `Ticket ${ticket} has missed its resolution deadline`,
    inactivity: ticket => `Ticket ${ticket} has had no activity`,
  },
};

/** Of two tickets that were merged. */
const ofBoth: Partial<
  Record<NotificationEvent, (ticket: string, other: string) => string>
> = {
  merged: (ticket, other) => `Ticket ${ticket} was merged into ${other}`,
  joined: (ticket, other) => `Ticket ${other} was merged into ${ticket}`,
};

/** In place of a title, for somebody who lost the ticket. */
export const WITHDRAWN = 'A ticket that you can no longer read';

/** What happened, in one line, for somebody with these roles. */
export function notificationTitle(
  { event, deadline, ticket, other }: TitledNotice,
  roles: readonly NotificationRole[],
): string {
  const both = other && ofBoth[event]?.(ticket.number, other.number);
  if (both !== undefined) {
    return both;
  }
  const sentences = toRole[event] ?? {};
  const sentence =
    roles.map(role => sentences[role]).find(Boolean) ??
    (deadline && ofDeadline[event]?.[deadline.type]) ??
    toAll[event];
  return sentence(ticket.number);
}

/**
 * A text without angle brackets, with signs in their place that look alike: the
 * portal shows texts as they are, but its mails take them for HTML, where
 * `<name>` would vanish.
 */
export function plainWords(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
