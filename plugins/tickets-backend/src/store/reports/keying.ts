import type { ReportGrouping } from '@portaldesk/plugin-tickets-common';
import type { Knex } from 'knex';
import type { Period } from '../../domain/reports/period';
import { binary } from '../sql/dialect';

/** Tells the tickets of a report apart: each has one key. */
export interface Keying {
  /** Adds what the key is found in to a query over `tickets`. */
  join(query: Knex.QueryBuilder): void;
  /** The key of what happened at the time in this column. */
  at(column: string): Knex.Raw;
  /** The key of what is so at the end of the period. */
  readonly atEnd: Knex.Raw;
}

/** A position, or one of the chosen texts; null: none of those. */
export type Key = number | string | null;

/** All tickets have the same key: 0. */
export function together(knex: Knex): Keying {
  const same = knex.raw('0');
  return { join: () => {}, at: () => same, atEnd: same };
}

/** The key is the position of the period in which something happened. */
export function byPeriod(knex: Knex, periods: readonly Period[]): Keying {
  const position = (column: string, first: number, end: number): Knex.Raw => {
    if (end - first <= 1) {
      return knex.raw(String(first));
    }
    const middle = Math.floor((first + end) / 2);
    return knex.raw('case when ?? < ? then ? else ? end', [
      column,
      periods[middle].from,
      position(column, first, middle),
      position(column, middle, end),
    ]);
  };
  return {
    join: () => {},
    at: column => position(column, 0, periods.length),
    atEnd: knex.raw(String(periods.length - 1)),
  };
}

/** Stands for what is not there; no reference or id is empty. */
export const NONE = '';

const primaryAsset = 'primary_asset';

const columnOf: Readonly<Record<ReportGrouping, string>> = {
  team: 'tickets.team',
  assignee: 'tickets.assignee',
  category: 'tickets.category',
  priority: 'tickets.priority',
  asset: `${primaryAsset}.entity_ref`,
  system: 'tickets.system',
  organisation: 'tickets.organisation',
};

/**
 * The key is what a ticket has now.
 *
 * @param among - the chosen keys; all others become null. Undefined: all stay
 */
export function byProperty(
  knex: Knex,
  by: ReportGrouping,
  among?: readonly string[],
): Keying {
  const column = binary(knex, columnOf[by]);
  const value = knex.raw(`coalesce(${column}, ?)`, [NONE]);
  const key = among
    ? knex.raw(
        `case when ? in (${among.map(() => '?').join(', ') || 'null'}) then ? end`,
        [value, ...among, value],
      )
    : value;
  return {
    join: query => {
      if (by === 'asset') {
        query.leftJoin(`ticket_assets as ${primaryAsset}`, on =>
          on
            .on(`${primaryAsset}.ticket_id`, 'tickets.id')
            .andOnVal(`${primaryAsset}.position`, 0),
        );
      }
    },
    at: () => key,
    atEnd: key,
  };
}
