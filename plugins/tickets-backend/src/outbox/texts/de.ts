import type { NotificationTexts } from './NotificationTexts';

/** For people who are notified in place of a team that cannot be notified. */
const needsAgent = (ticket: string) =>
  `Ticket ${ticket} braucht jemanden, der es bearbeitet`;

/** What the portal's notifications say, in German. */
export const german: NotificationTexts = {
  withdrawn: 'Ein Ticket, das Sie nicht mehr lesen können',
  accessLost:
    'Es wurde weitergegeben, eingeschränkt oder gelöscht. Wenn Sie es noch brauchen, wenden Sie sich an die Bearbeiter.',
  byRole: {
    filed: {
      requester: ticket => `Ihr Ticket ${ticket} wurde erfasst`,
      assignee: ticket => `Neues Ticket ${ticket} für Sie`,
    },
    'filed-on-behalf': {
      requester: ticket => `Ticket ${ticket} wurde für Sie erfasst`,
      assignee: ticket => `Neues Ticket ${ticket} für Sie`,
    },
    returned: {
      team: ticket =>
        `Ticket ${ticket} ist zurück in der Warteschlange Ihres Teams`,
    },
    assigned: {
      assignee: ticket => `Ticket ${ticket} wurde Ihnen zugewiesen`,
      team: ticket =>
        `Ticket ${ticket} wurde jemandem zugewiesen, der abwesend ist`,
      admin: needsAgent,
      agent: needsAgent,
    },
    queued: { admin: needsAgent, agent: needsAgent },
    moved: { admin: needsAgent, agent: needsAgent },
    added: {
      watcher: ticket => `Sie beobachten jetzt Ticket ${ticket}`,
    },
  },
  byDeadline: {
    'sla-warning': {
      response: ticket =>
        `Die erste Antwort auf Ticket ${ticket} ist bald fällig`,
      resolution: ticket =>
        `Die Lösungsfrist von Ticket ${ticket} läuft bald ab`,
      inactivity: ticket =>
        `Ticket ${ticket} erreicht bald seine Inaktivitätsgrenze`,
    },
    'sla-breach': {
      response: ticket =>
        `Die erste Antwort auf Ticket ${ticket} ist überfällig`,
      resolution: ticket =>
        `Die Lösungsfrist von Ticket ${ticket} ist überschritten`,
      inactivity: ticket => `An Ticket ${ticket} wurde nicht gearbeitet`,
    },
  },
  byOther: {
    merged: (ticket, other) =>
      `Ticket ${ticket} wurde mit ${other} zusammengeführt`,
    joined: (ticket, other) => `Ticket ${other} ist in ${ticket} aufgegangen`,
  },
  byEvent: {
    filed: ticket => `Neues Ticket ${ticket}`,
    'filed-on-behalf': ticket => `Neues Ticket ${ticket}`,
    replied: ticket => `Neue Antwort auf Ticket ${ticket}`,
    noted: ticket => `Neue Notiz zu Ticket ${ticket}`,
    'private-message-added': ticket =>
      `Private Nachricht an Sie zu Ticket ${ticket}`,
    assigned: ticket => `Ticket ${ticket} wurde Ihnen zugewiesen`,
    unassigned: ticket => `Ticket ${ticket} ist Ihnen nicht mehr zugewiesen`,
    queued: ticket => `Ticket ${ticket} ist zurück in der Warteschlange`,
    moved: ticket => `Ticket ${ticket} wurde an Ihr Team weitergegeben`,
    merged: ticket =>
      `Ticket ${ticket} wurde mit einem anderen Ticket zusammengeführt`,
    joined: ticket => `Ein anderes Ticket ist in Ticket ${ticket} aufgegangen`,
    added: ticket => `Sie wurden zu Ticket ${ticket} hinzugefügt`,
    'access-lost': ticket => `Sie haben keinen Zugang mehr zu Ticket ${ticket}`,
    'answer-expected': ticket => `Ticket ${ticket} wartet auf Ihre Antwort`,
    'priority-changed': ticket =>
      `Die Priorität von Ticket ${ticket} hat sich geändert`,
    postponed: ticket => `Ticket ${ticket} wurde zurückgestellt`,
    solved: ticket => `Ticket ${ticket} wurde gelöst`,
    closed: ticket => `Ticket ${ticket} wurde geschlossen`,
    reopened: ticket => `Ticket ${ticket} wurde wieder geöffnet`,
    returned: ticket => `Das zurückgestellte Ticket ${ticket} ist wieder da`,
    rated: ticket => `Ticket ${ticket} wurde bewertet`,
    'sla-warning': ticket =>
      `Eine SLA-Frist von Ticket ${ticket} läuft bald ab`,
    'sla-breach': ticket =>
      `Eine SLA-Frist von Ticket ${ticket} ist überschritten`,
    changed: ticket => `Ticket ${ticket} hat sich geändert`,
    deleted: ticket => `Ticket ${ticket} wurde gelöscht`,
  },
};
