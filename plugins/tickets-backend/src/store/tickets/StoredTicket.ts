import type { Deadlines } from '../../domain/sla/deadlines';
import type { TicketState } from '../../domain/ticketState';
import type { Versions } from '../../domain/versions';

export interface StoredTicket extends TicketState, Versions {
  readonly id: string;
  readonly number: string;
  /** The group or user that owns each asset, as far as the desk knows. */
  readonly assetOwners: Readonly<Record<string, string | null>>;
  /** What follows for it from its SLA policy. */
  readonly deadlines: Deadlines;
}

/** Of a ticket, what access depends on, and what is shown of one among others. */
export type StoredSummary = Pick<
  StoredTicket,
  | 'id'
  | 'number'
  | 'subject'
  | 'status'
  | 'category'
  | 'priority'
  | 'visibility'
  | 'fields'
  | 'people'
  | 'requester'
  | 'createdBy'
  | 'organisation'
  | 'organisationAccess'
  | 'team'
  | 'assignee'
  | 'createdAt'
  | 'updatedAt'
  | 'assets'
  | 'assetOwners'
>;
