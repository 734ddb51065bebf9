import type { Knex } from 'knex';
import { type DbInstant, toDate } from './instants';

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

/** Postponed tickets whose time has come, in whatever status they are. */
export function dueReturns(
  knex: Knex,
  now: Date,
  page: DuePage,
): Promise<DueTicket[]> {
  return due(knex('tickets'), 'postponed_until', now, page);
}

/**
 * Tickets in a status that did not change after a time; not those in the
 * archive.
 */
export function idleTickets(
  knex: Knex,
  status: string,
  since: Date,
  page: DuePage,
): Promise<DueTicket[]> {
  const query = knex('tickets').where({ status }).whereNull('archived_at');
  return due(query, 'updated_at', since, page);
}

/** Tickets with a deadline that has to be warned of, or has passed. */
export function slaChecks(
  knex: Knex,
  now: Date,
  page: DuePage,
): Promise<DueTicket[]> {
  return due(knex('tickets'), 'sla_check_at', now, page);
}

/** What went into another ticket has nothing due any more. */
async function due(
  query: Knex.QueryBuilder,
  column: 'postponed_until' | 'updated_at' | 'sla_check_at',
  until: Date,
  { limit, after }: DuePage,
): Promise<DueTicket[]> {
  query
    .whereNull('merged_into')
    .where(column, '<=', until)
    .orderBy([column, 'id'])
    .limit(limit);
  if (after) {
    query.whereRaw(`(${column}, id) > (?, ?)`, [after.at, after.id]);
  }
  const rows = await query.select<DueRow[]>('id', { at: column });
  return rows.map(({ id, at }) => ({ id, at: toDate(at) }));
}
