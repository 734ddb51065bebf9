import type { Channel, Visibility } from '@portaldesk/plugin-tickets-common';
import type { DbInstant } from '../sql/instants';

export interface TicketRow {
  id: string;
  number: string;
  version: number;
  subject: string;
  status: string;
  category: string | null;
  priority: string;
  visibility: Visibility;
  channel: Channel;
  /** JSON, like the other columns that are text here and no text in a ticket. */
  fields: string;
  tags: string;
  people: string;
  entities: string;
  system: string | null;
  sla_policy: string | null;
  requester: string;
  created_by: string;
  organisation: string | null;
  /** SQLite keeps 0 and 1. */
  organisation_access: boolean | number;
  notify_requester: boolean | number;
  team: string | null;
  assignee: string | null;
  created_at: DbInstant;
  updated_at: DbInstant;
  updated_by: string;
  ended_at: DbInstant | null;
  postponed_until: DbInstant | null;
  archived_at: DbInstant | null;
  merged_into: string | null;
  rating: number | null;
  rating_comment: string | null;
  first_response_at: DbInstant | null;
  response_due_at: DbInstant | null;
  resolution_due_at: DbInstant | null;
  inactivity_due_at: DbInstant | null;
  next_due_at: DbInstant | null;
  response_met: boolean | number | null;
  resolution_met: boolean | number | null;
  sla_check_at: DbInstant | null;
  sla_rules: string;
  internal_changes: number;
  changed_by: string | null;
  active_at: DbInstant | null;
  /** Another one than `version`: an older release wrote the row last. */
  traced_version: number | null;
  /** What it is sorted by; null where an older version wrote it. */
  number_sort: string | null;
  subject_sort: string | null;
  number_count: number | string | null;
}

/** Columns of what `StoredSummary` has. */
export const summaryColumns = [
  'id',
  'number',
  'subject',
  'status',
  'category',
  'priority',
  'visibility',
  'fields',
  'people',
  'requester',
  'created_by',
  'organisation',
  'organisation_access',
  'team',
  'assignee',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof TicketRow)[];

export type SummaryRow = Pick<TicketRow, (typeof summaryColumns)[number]>;

/** An asset of a ticket, as its row has it. */
export interface AssetRow {
  entity_ref: string;
  owner: string | null;
}
