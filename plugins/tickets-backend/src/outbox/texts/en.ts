import type { NotificationTexts } from './NotificationTexts';

/** For people who are notified in place of a team that cannot be notified. */
const needsAgent = (ticket: string) => `Ticket ${ticket} needs an agent`;

/** What the portal's notifications say, in English. */
export const english: NotificationTexts = {
  withdrawn: 'A ticket that you can no longer read',
  accessLost:
    'It was moved, restricted or deleted. If you still need it, ask the people who work on it.',
  byRole: {
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
  },
  byDeadline: {
    'sla-warning': {
      response: ticket => `The first reply to ticket ${ticket} is due soon`,
      resolution: ticket =>
        `Ticket ${ticket} is close to its resolution deadline`,
      inactivity: ticket =>
        `Ticket ${ticket} is about to breach its inactivity limit`,
    },
    'sla-breach': {
      response: ticket => `The first reply to ticket ${ticket} is late`,
      resolution: ticket =>
        `Ticket ${ticket} has missed its resolution deadline`,
      inactivity: ticket => `Ticket ${ticket} has had no activity`,
    },
  },
  byOther: {
    merged: (ticket, other) => `Ticket ${ticket} was merged into ${other}`,
    joined: (ticket, other) => `Ticket ${other} was merged into ${ticket}`,
  },
  byEvent: {
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
  },
};
