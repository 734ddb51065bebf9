import type { Knex } from 'knex';
import { type SlaEffect, slaEffectOf } from '../domain/sla/slaEffect';
import type { NewEvent } from '../domain/ticketState';
import type { Versions } from '../domain/versions';
import type { BackwardsPage, StoredEvent, VersionSeen } from './TicketStore';
import { type DbInstant, toDate } from './instants';
import { readDetail, writeDetail } from './storedWords';

interface EventRow {
  seq: number | string;
  ticket_id: string;
  version: number;
  internal_changes: number;
  actor: string;
  at: DbInstant;
  detail: string;
  sla: SlaEffect | null;
}

interface HistoryRow extends EventRow {
  number: string;
  category: string | null;
}

/** Most events that are read to explain what changed since a version. */
const MAX_EVENTS_SINCE = 50;

/** The ticket of an event, with its versions after it. */
interface ChangedTicket extends Versions {
  readonly id: string;
}

/** The row of an event that gets its number from the database. */
export function eventRow(
  { id, version, internalChanges }: ChangedTicket,
  { actor, at, detail }: NewEvent,
): Omit<EventRow, 'seq'> {
  return {
    ticket_id: id,
    version,
    internal_changes: internalChanges,
    actor,
    at,
    detail: writeDetail(detail),
    sla: slaEffectOf({ actor, detail }),
  };
}

export async function insertEvents(
  knex: Knex,
  ticket: ChangedTicket,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length > 0) {
    await knex<EventRow>('ticket_events').insert(
      events.map(event => eventRow(ticket, event)),
    );
  }
}

export async function listEvents(
  knex: Knex,
  ticketId: string,
  page: BackwardsPage,
): Promise<StoredEvent[]> {
  const query = knex<EventRow>('ticket_events')
    .where('ticket_id', ticketId)
    .orderBy('seq', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) {
    query.where('seq', '<', page.before);
  }
  return (await query).map(fromRow);
}

export async function listHistory(
  knex: Knex,
  ticketId: string,
  page: BackwardsPage,
): Promise<StoredEvent[]> {
  const query = knex
    .withRecursive('merged', ['id'], tickets =>
      tickets
        .from('tickets')
        .select('tickets.id')
        .where('tickets.id', ticketId)
        .union(others =>
          others
            .from('tickets')
            .select('tickets.id')
            .join('merged', 'merged.id', 'tickets.merged_into'),
        ),
    )
    .from('ticket_events')
    .join('merged', 'merged.id', 'ticket_events.ticket_id')
    .join('tickets', 'tickets.id', 'ticket_events.ticket_id')
    .select('ticket_events.*', 'tickets.number', 'tickets.category')
    .orderBy('ticket_events.seq', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) {
    query.where('ticket_events.seq', '<', page.before);
  }
  const rows: HistoryRow[] = await query;
  return rows.map(row =>
    row.ticket_id === ticketId
      ? fromRow(row)
      : {
          ...fromRow(row),
          origin: row.number,
          originCategory: row.category,
        },
  );
}

export async function eventsSince(
  knex: Knex,
  ticketId: string,
  { version, inside }: VersionSeen,
): Promise<StoredEvent[]> {
  const counted = inside ? 'version' : 'version - internal_changes';
  const rows = await knex<EventRow>('ticket_events')
    .where('ticket_id', ticketId)
    .whereRaw(`${counted} > ?`, [version])
    .orderBy('seq', 'asc')
    .limit(MAX_EVENTS_SINCE);
  return rows.map(fromRow);
}

function fromRow(row: EventRow): StoredEvent {
  return {
    id: String(row.seq),
    version: row.version,
    internalChanges: row.internal_changes,
    actor: row.actor,
    at: toDate(row.at),
    origin: null,
    originCategory: null,
    detail: readDetail(row.detail),
  };
}
