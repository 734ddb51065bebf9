import {
  type NotificationRole,
  type SlaDeadline,
  notificationRoleSchema,
} from '@portaldesk/plugin-tickets-common';
import type { TemplateData } from './TemplateData';

/*
 * What templates ask for by its name, such as `{{#if roles.requester}}`.
 */

export const deadlines: readonly SlaDeadline[] = [
  'response',
  'resolution',
  'inactivity',
];

/** Which roles a person has. */
export function rolesOf(
  roles: readonly NotificationRole[],
): TemplateData['roles'] {
  return Object.fromEntries(
    notificationRoleSchema.options.map(role => [role, roles.includes(role)]),
  ) as Record<NotificationRole, boolean>;
}

/** Which deadline it is about, and when it is. */
export function deadlineOf(
  type: SlaDeadline | undefined,
  dueAt: string,
): TemplateData['deadline'] {
  return {
    response: type === 'response',
    resolution: type === 'resolution',
    inactivity: type === 'inactivity',
    dueAt,
  };
}
