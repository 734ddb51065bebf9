import type { Knex } from 'knex';
import type { NewEvent } from '../../domain/ticketState';
import type { Versions } from '../../domain/versions';
import { type SlaEffect, slaEffectOf } from '../../domain/sla/slaEffect';
import type { BackwardsPage } from '../BackwardsPage';
import { type DbInstant, toDate } from '../sql/instants';
import { readDetail, writeDetail } from '../storedWords';
import type { StoredEvent, VersionSeen } from './StoredEvent';

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

/** What happened to tickets. */
export class EventStore {
  constructor(private readonly knex: Knex) {}

  async insert(
    ticket: ChangedTicket,
    events: readonly NewEvent[],
  ): Promise<void> {
    if (events.length > 0) {
      await this.knex<EventRow>('ticket_events').insert(
        events.map(event => eventRow(ticket, event)),
      );
    }
  }

  async list(ticketId: string, page: BackwardsPage): Promise<StoredEvent[]> {
    const query = this.knex<EventRow>('ticket_events')
      .where('ticket_id', ticketId)
      .orderBy('seq', 'desc')
      .limit(page.limit);
    if (page.before !== undefined) {
      query.where('seq', '<', page.before);
    }
    return (await query).map(fromRow);
  }

  /** The events of a ticket and of all that were merged into it. */
  async history(ticketId: string, page: BackwardsPage): Promise<StoredEvent[]> {
    const query = this.knex
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

  /** The events after a version of the ticket, oldest first. */
  async since(
    ticketId: string,
    { version, inside }: VersionSeen,
  ): Promise<StoredEvent[]> {
    const counted = inside ? 'version' : 'version - internal_changes';
    const rows = await this.knex<EventRow>('ticket_events')
      .where('ticket_id', ticketId)
      .whereRaw(`${counted} > ?`, [version])
      .orderBy('seq', 'asc')
      .limit(MAX_EVENTS_SINCE);
    return rows.map(fromRow);
  }
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
