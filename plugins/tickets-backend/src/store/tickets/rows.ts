import { sortKeyOf } from '@portaldesk/plugin-tickets-common';
import type { Deadlines } from '../../domain/sla/deadlines';
import { countOf } from '../../domain/ticketNumbers';
import type { StoredSummary, StoredTicket } from './StoredTicket';
import { toDate, toDateOrNull } from '../sql/instants';
import type { AssetRow, SummaryRow, TicketRow } from './TicketRow';

/** The row of a ticket, apart from what is kept in tables of its own. */
export function toRow(ticket: StoredTicket): TicketRow {
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version,
    subject: ticket.subject,
    status: ticket.status,
    category: ticket.category,
    priority: ticket.priority,
    visibility: ticket.visibility,
    channel: ticket.channel,
    fields: JSON.stringify(ticket.fields),
    tags: JSON.stringify(ticket.tags),
    people: JSON.stringify(ticket.people),
    entities: JSON.stringify(ticket.entities),
    system: ticket.system,
    sla_policy: ticket.slaPolicy,
    requester: ticket.requester,
    created_by: ticket.createdBy,
    organisation: ticket.organisation,
    organisation_access: ticket.organisationAccess,
    notify_requester: ticket.notifyRequester,
    team: ticket.team,
    assignee: ticket.assignee,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    updated_by: ticket.updatedBy,
    ended_at: ticket.endedAt,
    postponed_until: ticket.postponedUntil,
    archived_at: ticket.archivedAt,
    merged_into: ticket.mergedInto,
    rating: ticket.rating?.stars ?? null,
    rating_comment: ticket.rating?.comment ?? null,
    ...deadlineColumns(ticket.deadlines),
    internal_changes: ticket.internalChanges,
    changed_by: ticket.changedBy,
    active_at: ticket.activeAt,
    traced_version: ticket.version,
    number_sort: sortKeyOf(ticket.number),
    subject_sort: sortKeyOf(ticket.subject),
    number_count: countOf(ticket.number) ?? null,
  };
}

export function fromRow(
  row: TicketRow,
  assets: readonly AssetRow[],
): StoredTicket {
  return {
    ...summaryFromRow(row, assets),
    version: row.version,
    internalChanges: row.internal_changes,
    channel: row.channel,
    tags: JSON.parse(row.tags),
    entities: JSON.parse(row.entities),
    system: row.system,
    slaPolicy: row.sla_policy,
    notifyRequester: Boolean(row.notify_requester),
    updatedBy: row.updated_by,
    ...traceFromRow(row),
    endedAt: toDateOrNull(row.ended_at),
    postponedUntil: toDateOrNull(row.postponed_until),
    archivedAt: toDateOrNull(row.archived_at),
    mergedInto: row.merged_into,
    rating:
      row.rating === null
        ? null
        : { stars: row.rating, comment: row.rating_comment },
    deadlines: deadlinesOf(row),
  };
}

export function summaryFromRow(
  row: SummaryRow,
  assets: readonly AssetRow[],
): StoredSummary {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    category: row.category,
    priority: row.priority,
    visibility: row.visibility,
    fields: JSON.parse(row.fields),
    people: JSON.parse(row.people),
    requester: row.requester,
    createdBy: row.created_by,
    organisation: row.organisation,
    organisationAccess: Boolean(row.organisation_access),
    team: row.team,
    assignee: row.assignee,
    createdAt: toDate(row.created_at),
    updatedAt: toDate(row.updated_at),
    assets: assets.map(asset => asset.entity_ref),
    assetOwners: Object.fromEntries(
      assets.map(asset => [asset.entity_ref, asset.owner]),
    ),
  };
}

/**
 * An older release knows nothing of these columns: after its changes, what all
 * readers see holds.
 */
function traceFromRow(
  row: TicketRow,
): Pick<StoredTicket, 'changedBy' | 'activeAt'> {
  const holds = row.traced_version === row.version;
  return {
    changedBy: (holds ? row.changed_by : null) ?? row.updated_by,
    activeAt: toDate((holds ? row.active_at : null) ?? row.updated_at),
  };
}

export function deadlineColumns(deadlines: Deadlines) {
  return {
    first_response_at: deadlines.firstResponseAt,
    response_due_at: deadlines.responseDueAt,
    resolution_due_at: deadlines.resolutionDueAt,
    inactivity_due_at: deadlines.inactivityDueAt,
    next_due_at: deadlines.nextDueAt,
    response_met: deadlines.responseMet,
    resolution_met: deadlines.resolutionMet,
    sla_check_at: deadlines.checkAt,
    sla_rules: deadlines.rules,
  };
}

function deadlinesOf(row: TicketRow): Deadlines {
  return {
    firstResponseAt: toDateOrNull(row.first_response_at),
    responseDueAt: toDateOrNull(row.response_due_at),
    resolutionDueAt: toDateOrNull(row.resolution_due_at),
    inactivityDueAt: toDateOrNull(row.inactivity_due_at),
    nextDueAt: toDateOrNull(row.next_due_at),
    responseMet: toBooleanOrNull(row.response_met),
    resolutionMet: toBooleanOrNull(row.resolution_met),
    checkAt: toDateOrNull(row.sla_check_at),
    rules: row.sla_rules,
  };
}

function toBooleanOrNull(value: boolean | number | null): boolean | null {
  return value === null ? null : Boolean(value);
}
