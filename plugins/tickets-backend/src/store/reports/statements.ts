import type { Knex } from 'knex';
import type { Period } from '../../domain/reports/period';
import { matchingTickets } from '../where/matchingTickets';
import { whereInside } from '../access/visibility';
import type { ReportRequest } from './ReportRequest';
import { milliseconds } from '../sql/dialect';
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

/** What became of a deadline, as far as the scope may know it. */
interface TargetRow {
  readonly met: Count;
  readonly missed: Count;
}

export interface CreatedRow extends Keyed, DurationRow, TargetRow {
  readonly tickets: Count;
}

/** Tickets created in the period, and when the team first replied. */
export async function created(report: Report): Promise<CreatedRow[]> {
  const { knex, keying } = report;
  const column = 'tickets.created_at';
  const facts = during(tickets(report), column, report.period).select({
    key: keying.at(column),
    took: milliseconds(knex, column, 'tickets.first_response_at'),
    met: insideOnly(report, 'tickets.response_met'),
  });
  return groupDurations(knex, facts)
    .select(targetCounts(knex))
    .count({ tickets: '*' });
}

export interface EndedRow extends Keyed, DurationRow, TargetRow {
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
    met: insideOnly(report, 'tickets.resolution_met'),
    rating: 'tickets.rating',
  });
  const query = groupDurations(knex, facts).select(targetCounts(knex));
  for (const stars of [1, 2, 3, 4, 5]) {
    query.select(
      knex.raw(
        `count(case when rating = ${stars} then 1 end) as stars${stars}`,
      ),
    );
  }
  return query;
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
  const as = (what: MovementRow['what'], key: Knex.Raw | string) => ({
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
  const reopenings = tickets(report)
    .join('ticket_reopenings', 'ticket_reopenings.ticket_id', 'tickets.id')
    .where(endedAt, '<', period.to)
    .where(reopenedAt, '>=', period.from)
    .select({
      ended_at: endedAt,
      reopened_at: reopenedAt,
      ended_key: keying.at(endedAt),
      reopened_key: keying.at(reopenedAt),
      end_key: keying.atEnd,
    });
  const found = () => knex.from('reopenings');
  const facts = open.unionAll([
    found()
      .where('reopened_at', '>=', period.to)
      .select(as('closed-then', 'end_key')),
    found()
      .where('ended_at', '>=', period.from)
      .select(as('ended', 'ended_key')),
    found()
      .where('reopened_at', '<', period.to)
      .select(as('reopened', 'reopened_key')),
  ]);
  return knex
    .with('reopenings', reopenings)
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
    .orderBy('key')
    .limit(most)
    .pluck('key');
}

/** The tickets of a report, each with what its key is found in. */
function tickets({ knex, scope, where, keying }: Report): Knex.QueryBuilder {
  const query = matchingTickets(knex, scope, { ...where, archivedToo: true });
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

/** A column of tickets that the scope sees from inside; of others, null. */
function insideOnly({ knex, scope }: Report, column: string): Knex.Raw {
  const inside = knex.queryBuilder().select(knex.raw('1'));
  whereInside(inside, scope);
  return knex.raw('case when exists ? then ?? end', [inside, column]);
}

function targetCounts(knex: Knex): Knex.Raw[] {
  return [
    knex.raw('count(case when met then 1 end) as met'),
    knex.raw('count(case when not met then 1 end) as missed'),
  ];
}
