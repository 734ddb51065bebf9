import { notificationRoleSchema } from '@portaldesk/plugin-tickets-common';
import type { MailedEvent } from '../channel/mailedEvents';
import type { Language } from '../config/schema';
import { words } from '../mail/words';
import type { TemplateData } from './TemplateData';
import { deadlineOf, deadlines, rolesOf } from './choices';

/**
 * Data for each role, each deadline, and with and without a message, so that
 * every branch of a template is filled in once.
 */
export function sampleData(
  event: MailedEvent,
  language: Language,
): TemplateData[] {
  const base: TemplateData = {
    event,
    language,
    desk: 'Service Desk',
    number: 'T-1',
    subject: 'Help',
    url: 'https://portal.example.com/tickets/T-1',
    actor: 'Jane',
    roles: rolesOf([]),
    standIn: false,
    other: { number: 'T-2' },
    deadline: deadlineOf(undefined, ''),
    message: null,
    reason: words[language].reasons.reader,
    muteUrl: '',
    words: words[language],
  };
  const message = {
    text: 'Hello',
    html: '<p>Hello</p>',
    files: [{ name: 'log.txt', size: '1 kB' }],
  };
  return [
    { ...base, message, actor: '', muteUrl: 'https://x.example/mute' },
    { ...base, standIn: true, message: { ...message, files: [] } },
    ...notificationRoleSchema.options.map(role => ({
      ...base,
      roles: rolesOf([role]),
    })),
    ...deadlines.map(type => ({ ...base, deadline: deadlineOf(type, 'soon') })),
  ];
}
