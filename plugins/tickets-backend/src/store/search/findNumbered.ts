import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { SoughtNumber } from '../../domain/ticketNumbers';
import type { StoredSummary } from '../tickets/StoredTicket';
import type { TicketConditions } from '../where/TicketConditions';
import {
  type AssetsColumn,
  assetsColumn,
  assetsOf,
} from '../tickets/findTickets';
import { matchingTickets } from '../where/matchingTickets';
import { hasNumber, selectIdsOfNumber } from '../tickets/numbers';
import { type Sql, sql } from '../sql/sql';
import { type SummaryRow, summaryColumns } from '../tickets/TicketRow';
import { summaryFromRow } from '../tickets/rows';

/** More tickets than one count means, unless numbers begin again every day. */
const MOST_NUMBERED = 50;

/** How a ticket ranks that is meant by what was merged into it. */
const BY_MERGED = 3;

/** A number, and which tickets are meant beside that. */
export interface NumberedRequest {
  readonly number: SoughtNumber;
  readonly where: Omit<TicketConditions, 'text'>;
}

/** A ticket that a number means. */
export interface NumberedTicket {
  readonly ticket: StoredSummary;
  /** Whether it is its own number, and not that of a ticket merged into it. */
  readonly own: boolean;
}

/**
 * The tickets that a number means and that the person may read: first the one
 * with just this number, then in other spellings, then by the count alone or
 * by what was merged into them, the newest first.
 */
export async function findNumbered(
  knex: Knex,
  scope: Scope,
  { number, where }: NumberedRequest,
): Promise<NumberedTicket[]> {
  const rank = rankOf(number);
  type Row = SummaryRow & AssetsColumn & { readonly number_rank: number };
  const rows: Row[] = await matchingTickets(knex, scope, where)
    .whereIn('tickets.id', ids => selectIdsOfNumber(ids, number))
    .select(
      ...summaryColumns.map(column => `tickets.${column}`),
      assetsColumn(knex),
      knex.raw(`${rank.sql} as number_rank`, rank.bindings),
    )
    .orderBy('number_rank')
    .orderBy('tickets.created_at', 'desc')
    .orderBy('tickets.id', 'desc')
    .limit(MOST_NUMBERED);
  return rows.map(row => ({
    ticket: summaryFromRow(row, assetsOf(row)),
    own: Number(row.number_rank) < BY_MERGED,
  }));
}

function rankOf({ typed, count }: SoughtNumber): Sql {
  const counted =
    count === undefined
      ? sql`1 = 0`
      : sql`tickets.number_count = ${String(count)}`;
  return sql`case when tickets.number = ${typed} then 0
    when ${hasNumber(typed)} then 1 when ${counted} then 2
    else 3 end`;
}
