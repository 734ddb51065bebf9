import type { AccessPolicy } from './access';
import type { TicketState } from '../ticketState';

/** What decides who may read a ticket. */
export interface ReadFacts extends Pick<
  TicketState,
  | 'requester'
  | 'createdBy'
  | 'organisation'
  | 'organisationAccess'
  | 'team'
  | 'visibility'
  | 'people'
> {
  /** The groups and users that own its assets. */
  readonly assetOwners: readonly string[];
}

/**
 * The users and groups who may read a ticket, with all members: the reverse of
 * `accessTo`.
 */
export function readersOf(policy: AccessPolicy, ticket: ReadFacts): string[] {
  const readers = [...policy.admins, ...insiders(policy, ticket)];
  if (ticket.visibility !== 'internal') {
    readers.push(
      ticket.requester,
      ticket.createdBy,
      ...ticket.people
        .filter(({ role }) => role !== 'watcher')
        .map(({ ref }) => ref),
    );
  }
  if (ticket.visibility === 'public') {
    readers.push(...ticket.assetOwners);
    if (ticket.organisation !== null && ticket.organisationAccess) {
      readers.push(ticket.organisation);
    }
  }
  return [...new Set(readers)];
}

function insiders(policy: AccessPolicy, ticket: ReadFacts): string[] {
  const own = ticket.team === null ? [] : [ticket.team];
  const openToOthers = ticket.team === null || policy.agentsSee === 'all';
  return openToOthers && ticket.visibility !== 'confidential'
    ? [...own, ...policy.teams]
    : own;
}
