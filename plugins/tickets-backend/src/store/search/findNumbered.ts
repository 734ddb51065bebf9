import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { SoughtNumber } from '../../domain/ticketNumbers';
import type { StoredSummary } from '../TicketStore';
import type { TicketConditions } from '../TicketConditions';
import { type AssetsColumn, assetsColumn, assetsOf } from '../findTickets';
import { matching } from '../lists/matching';
import { hasNumber, selectIdsOfNumber } from '../numbers';
import { type SummaryRow, summaryColumns, summaryFromRow } from '../tickets';

/** More tickets than one count means, unless numbers begin again every day. */
const MOST_NUMBERED = 50;

/** A number, and which tickets are meant beside that. */
export interface NumberedRequest {
  readonly number: SoughtNumber;
  readonly where: Omit<TicketConditions, 'text'>;
}

/**
 * The tickets that a number means and that somebody may read: first the one
 * with just this number, then in other spellings, then by the count alone, the
 * newest first.
 */
export async function findNumbered(
  knex: Knex,
  scope: Scope,
  { number, where }: NumberedRequest,
): Promise<StoredSummary[]> {
  const spelled = hasNumber(number.typed);
  const rows: (SummaryRow & AssetsColumn)[] = await matching(knex, scope, where)
    .whereIn('tickets.id', ids => selectIdsOfNumber(ids, number))
    .select(
      summaryColumns.map(column => `tickets.${column}`),
      assetsColumn(knex),
    )
    .orderByRaw(
      `case when tickets.number = ? then 0 when ${spelled.sql} then 1 else 2 end`,
      [number.typed, ...spelled.bindings],
    )
    .orderBy('tickets.created_at', 'desc')
    .orderBy('tickets.id', 'desc')
    .limit(MOST_NUMBERED);
  return rows.map(row => summaryFromRow(row, assetsOf(row)));
}
