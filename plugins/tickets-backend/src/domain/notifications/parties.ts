import type {
  NotificationParty,
  NotificationRole,
} from '@portaldesk/plugin-tickets-common';
import type { TicketState } from '../ticketState';

/** The columns of the table; `others` are watchers and added people. */
export const columns = ['requester', 'team', 'assignee', 'others'] as const;

export type Column = (typeof columns)[number];

/** The parties behind each column. */
export function partiesOf(
  ticket: TicketState,
): Record<Column, NotificationParty[]> {
  return {
    requester: party(ticket.requester, 'requester'),
    team: party(ticket.team, 'team'),
    assignee: party(ticket.assignee, 'assignee'),
    others: ticket.people.flatMap(({ ref, role }) =>
      party(ref, role === 'watcher' ? 'watcher' : 'added'),
    ),
  };
}

/** @param ref - no party when it is null or undefined */
export function party(
  ref: string | null | undefined,
  role: NotificationRole,
): NotificationParty[] {
  return ref ? [{ ref, roles: [role] }] : [];
}

export function asReaders(refs: readonly string[]): NotificationParty[] {
  return [...new Set(refs)].flatMap(ref => party(ref, 'reader'));
}

/** Each party once, with all its roles. */
export function merge(
  parties: readonly NotificationParty[],
): NotificationParty[] {
  const roles = new Map<string, Set<NotificationRole>>();
  for (const { ref, roles: more } of parties) {
    roles.set(ref, new Set([...(roles.get(ref) ?? []), ...more]));
  }
  return [...roles].map(([ref, own]) => ({ ref, roles: [...own] }));
}
