import { parseEntityRef } from '@backstage/catalog-model';
import type {
  DeskDescription,
  TicketFilter,
} from '@portaldesk/plugin-tickets-common';

/** What a user or a group can be to a ticket. */
export type PartyRole = 'team' | 'organisation' | 'requester' | 'assignee';

/**
 * What a user or group is to tickets, the most likely first: a group that can
 * own tickets has a queue, other groups have people who file them.
 */
export function rolesOf(desk: DeskDescription, ref: string): PartyRole[] {
  if (parseEntityRef(ref).kind.toLowerCase() === 'user') {
    return desk.caller.agent || desk.caller.admin
      ? ['requester', 'assignee']
      : ['requester'];
  }
  const isTeam = desk.teams.length === 0 || desk.teams.includes(ref);
  return isTeam ? ['team', 'organisation'] : ['organisation'];
}

/** The tickets to which a party is this. */
export function filterOfRole(role: PartyRole, ref: string): TicketFilter {
  return { [role]: [ref] };
}
