import type { NotificationRole } from '@portaldesk/plugin-tickets-common';
import type { Language } from '../config/schema';

/** What stands in every mail, in one language. */
export interface Words {
  /** Before the name of who did it. */
  readonly by: string;
  /** On the link to the ticket. */
  readonly open: string;
  /** Before the name of a file. */
  readonly file: string;
  /** On the link by which people say that they want no further mails. */
  readonly mute: string;
  /** Why a person gets a mail, by what they are to the ticket. */
  readonly reasons: Readonly<Record<NotificationRole, string>>;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    by: 'By',
    open: 'Open the ticket',
    file: 'File',
    mute: 'No further mails about this ticket',
    reasons: {
      requester: 'You get this mail because the ticket is for you.',
      assignee: 'You get this mail because the ticket is assigned to you.',
      'former-assignee':
        'You get this mail because the ticket was assigned to you.',
      recipient: 'You get this mail because the message is for you.',
      team: 'You get this mail because the ticket is with your team.',
      watcher: 'You get this mail because you watch the ticket.',
      added: 'You get this mail because you were added to the ticket.',
      escalation:
        'You get this mail because you are notified of missed SLA deadlines.',
      admin: 'You get this mail because nobody else is there for the ticket.',
      agent: 'You get this mail because nobody else is there for the ticket.',
      reader: 'You get this mail because you can read the ticket.',
    },
  },
  de: {
    by: 'Von',
    open: 'Ticket öffnen',
    file: 'Datei',
    mute: 'Keine Mails mehr zu diesem Ticket',
    reasons: {
      requester: 'Sie bekommen diese Mail, weil das Ticket für Sie ist.',
      assignee:
        'Sie bekommen diese Mail, weil Ihnen das Ticket zugewiesen ist.',
      'former-assignee':
        'Sie bekommen diese Mail, weil Ihnen das Ticket zugewiesen war.',
      recipient: 'Sie bekommen diese Mail, weil die Nachricht für Sie ist.',
      team: 'Sie bekommen diese Mail, weil das Ticket bei Ihrem Team ist.',
      watcher: 'Sie bekommen diese Mail, weil Sie das Ticket beobachten.',
      added:
        'Sie bekommen diese Mail, weil Sie zu dem Ticket hinzugefügt wurden.',
      escalation:
        'Sie bekommen diese Mail, weil Sie von verpassten SLA-Fristen erfahren.',
      admin:
        'Sie bekommen diese Mail, weil sonst niemand für das Ticket da ist.',
      agent:
        'Sie bekommen diese Mail, weil sonst niemand für das Ticket da ist.',
      reader: 'Sie bekommen diese Mail, weil Sie das Ticket lesen können.',
    },
  },
};

/** Of several reasons the one that people understand best comes first. */
const order: readonly NotificationRole[] = [
  'recipient',
  'requester',
  'assignee',
  'former-assignee',
  'team',
  'added',
  'watcher',
  'escalation',
  'admin',
  'agent',
  'reader',
];

/** Why a person with these roles gets a mail. */
export function reasonFor(
  roles: readonly NotificationRole[],
  language: Language,
): string {
  const role = order.find(known => roles.includes(known)) ?? 'reader';
  return words[language].reasons[role];
}
