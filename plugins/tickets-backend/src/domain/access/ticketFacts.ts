import type {
  TicketPerson,
  TicketResource,
  Visibility,
} from '@portaldesk/plugin-tickets-common';
import type { Statuses } from '../statuses';

/** What access depends on. */
export interface TicketFacts {
  readonly requester: string;
  readonly createdBy: string;
  readonly people: readonly TicketPerson[];
  readonly organisation: string | null;
  /** Whether members of the organisation have access. */
  readonly organisationAccess: boolean;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly visibility: Visibility;
  readonly assetOwners: readonly string[];
  readonly category: string | null;
  readonly status: string;
}

/** The ticket as the permission framework's criteria ask about it. */
export function asResource(
  statuses: Statuses,
  { status, ...facts }: TicketFacts,
): TicketResource {
  return { ...facts, statusType: statuses.get(status).type };
}
