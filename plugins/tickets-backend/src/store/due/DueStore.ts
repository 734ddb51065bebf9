import type { Knex } from 'knex';
import { type DbInstant, toDate } from '../sql/instants';

/** A ticket that something is due for, and since when. */
export interface DueTicket {
  readonly id: string;
  readonly at: Date;
}

/** A part of what is due, longest due first. */
export interface DuePage {
  readonly limit: number;
  /** The last one of the part before. */
  readonly after?: DueTicket;
}

interface DueRow {
  id: string;
  at: DbInstant;
}

/** When a ticket was active last: as it is written, there is an index of it. */
const ACTIVE_AT =
  '(case when traced_version = version then active_at else updated_at end)';

/** Tickets for which something is due. */
export class DueStore {
  constructor(private readonly knex: Knex) {}

  /** Postponed tickets whose time has come, in whatever status they are. */
  async returns(now: Date, page: DuePage): Promise<DueTicket[]> {
    return this.#due(this.knex('tickets'), 'postponed_until', now, page);
  }

  /**
   * Tickets in a status that were not active after a time; not those in the
   * archive.
   */
  async idle(status: string, since: Date, page: DuePage): Promise<DueTicket[]> {
    const query = this.knex('tickets')
      .where({ status })
      .whereNull('archived_at');
    return this.#due(query, ACTIVE_AT, since, page);
  }

  /** Tickets with a deadline that has to be warned of, or has passed. */
  async deadlines(now: Date, page: DuePage): Promise<DueTicket[]> {
    return this.#due(this.knex('tickets'), 'sla_check_at', now, page);
  }

  /** Nothing is due for a ticket that was merged into another one. */
  async #due(
    query: Knex.QueryBuilder,
    instant: 'postponed_until' | 'sla_check_at' | typeof ACTIVE_AT,
    until: Date,
    { limit, after }: DuePage,
  ): Promise<DueTicket[]> {
    query
      .whereNull('merged_into')
      .whereRaw(`${instant} <= ?`, [until])
      .orderByRaw(`${instant}, id`)
      .limit(limit);
    if (after) {
      query.whereRaw(`(${instant}, id) > (?, ?)`, [after.at, after.id]);
    }
    const rows: DueRow[] = await query.select(
      'id',
      this.knex.raw(`${instant} as at`),
    );
    return rows.map(({ id, at }) => ({ id, at: toDate(at) }));
  }
}
