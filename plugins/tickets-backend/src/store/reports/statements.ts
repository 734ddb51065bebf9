import type { Knex } from 'knex';
import type { Period } from '../../domain/reports/period';
import { binary } from '../dialect';
import { matching } from '../lists/matching';
import type { ReportRequest } from './ReportStore';
import { milliseconds } from './dialect';
import { type DurationRow, groupDurations } from './durations';
import { type Key, type Keying, byProperty } from './keying';

/** What every statement of a report is about. */
export interface Report extends ReportRequest {
  readonly knex: Knex;
  readonly period: Period;
  readonly keying: Keying;
}

interface Keyed {
  readonly key: Key;
}

/** Counts of rows, which drivers may give as text. */
type Count = number | string;

export interface CreatedRow extends Keyed, DurationRow {
  readonly tickets: Count;
}

/** Tickets created in the period, and when the team first replied. */
export async function created(report: Report): Promise<CreatedRow[]> {
  const { knex, keying } = report;
  const column = 'tickets.created_at';
  const facts = during(tickets(report), column, report.period).select({
    key: keying.at(column),
    took: milliseconds(knex, column, 'tickets.first_response_at'),
  });
  return groupDurations(knex, facts).count({ tickets: '*' });
}

export interface EndedRow extends Keyed, DurationRow {
  readonly stars1: Count;
  readonly stars2: Count;
  readonly stars3: Count;
  readonly stars4: Count;
  readonly stars5: Count;
}

/** Tickets that ended in the period and were not opened again since. */
export async function ended(report: Report): Promise<EndedRow[]> {
  const { knex, keying } = report;
  const column = 'tickets.ended_at';
  const facts = during(tickets(report), column, report.period).select({
    key: keying.at(column),
    took: milliseconds(knex, 'tickets.created_at', column),
    rating: 'tickets.rating',
  });
  const query = groupDurations(knex, facts);
  for (const stars of [1, 2, 3, 4, 5]) {
    query.select(
      knex.raw(
        `count(case when rating = ${stars} then 1 end) as stars${stars}`,
      ),
    );
  }
  return query;
}

export interface TargetRow extends Keyed {
  readonly target: 'response' | 'resolution';
  readonly met: Count;
  readonly missed: Count;
}

/** What became of deadlines, which only those inside may know. */
export async function targets(report: Report): Promise<TargetRow[]> {
  const { knex, keying } = report;
  const decided = (
    target: TargetRow['target'],
    column: string,
    outcome: string,
  ) =>
    during(tickets(report, { insideOnly: true }), column, report.period)
      .whereNotNull(outcome)
      .select({
        key: keying.at(column),
        target: knex.raw(`'${target}'`),
        met: outcome,
      });
  const facts = decided(
    'response',
    'tickets.created_at',
    'tickets.response_met',
  ).unionAll(
    decided('resolution', 'tickets.ended_at', 'tickets.resolution_met'),
  );
  return knex
    .from(facts.as('facts'))
    .groupBy('key', 'target')
    .select(
      'key',
      'target',
      knex.raw('count(case when met then 1 end) as met'),
      knex.raw('count(case when not met then 1 end) as missed'),
    );
}

export interface MovementRow extends Keyed {
  /**
   * `open`: those not ended by the end of the period, as it looks now.
   * `closed-then`: those among them that had ended by then, and were opened
   * again later. `ended`, `reopened`: what happened to tickets in the period
   * that were opened again since.
   */
  readonly what: 'open' | 'closed-then' | 'ended' | 'reopened';
  readonly count: Count;
}

/** What was open at the end of the period, and what was opened again. */
export async function movements(report: Report): Promise<MovementRow[]> {
  const { knex, period, keying } = report;
  const as = (what: MovementRow['what'], key: Knex.Raw) => ({
    key,
    what: knex.raw(`'${what}'`),
  });
  const open = tickets(report)
    .where('tickets.created_at', '<', period.to)
    .where(stillOpen =>
      stillOpen
        .whereNull('tickets.ended_at')
        .orWhere('tickets.ended_at', '>=', period.to),
    )
    .select(as('open', keying.atEnd));
  const [endedAt, reopenedAt] = ['ended_at', 'reopened_at'].map(
    column => `ticket_reopenings.${column}`,
  );
  const reopenings = () =>
    tickets(report).join(
      'ticket_reopenings',
      'ticket_reopenings.ticket_id',
      'tickets.id',
    );
  const facts = open.unionAll([
    reopenings()
      .where(endedAt, '<', period.to)
      .where(reopenedAt, '>=', period.to)
      .select(as('closed-then', keying.atEnd)),
    during(reopenings(), endedAt, period).select(
      as('ended', keying.at(endedAt)),
    ),
    during(reopenings(), reopenedAt, period).select(
      as('reopened', keying.at(reopenedAt)),
    ),
  ]);
  return knex
    .from(facts.as('facts'))
    .groupBy('key', 'what')
    .select('key', 'what')
    .count({ count: '*' });
}

/**
 * The keys with the most tickets that were open at some time in the period;
 * among equals, in the order of their bytes.
 */
export async function busiestKeys(
  { knex, period, ...report }: Omit<Report, 'keying'>,
  by: Parameters<typeof byProperty>[1],
  most: number,
): Promise<string[]> {
  const keying = byProperty(knex, by);
  const facts = tickets({ ...report, knex, period, keying })
    .where('tickets.created_at', '<', period.to)
    .where(notBefore =>
      notBefore
        .whereNull('tickets.ended_at')
        .orWhere('tickets.ended_at', '>=', period.from),
    )
    .select({ key: keying.atEnd });
  return knex
    .from(facts.as('facts'))
    .groupBy('key')
    .orderByRaw('count(*) desc')
    .orderByRaw(binary(knex, 'key'))
    .limit(most)
    .pluck('key');
}

/** The tickets of a report, each with what its key is found in. */
function tickets(
  { knex, scope, where, keying }: Report,
  also?: { insideOnly: true },
): Knex.QueryBuilder {
  const query = matching(knex, scope, { ...where, ...also, archivedToo: true });
  keying.join(query);
  return query;
}

function during(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: Period,
): Knex.QueryBuilder {
  return query.where(column, '>=', from).where(column, '<', to);
}
