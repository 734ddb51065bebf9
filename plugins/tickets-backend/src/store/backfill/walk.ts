import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { type DbInstant, toDate } from '../sql/instants';
import type { Backfill, BackfillTimes } from './Backfill';

/**
 * How long a row rests before it is looked at, in milliseconds: longer than the
 * transaction takes that wrote it, and than the clocks of replicas differ.
 */
const REST = 120_000;

/** A row of a walk, with its place in the order of that. */
export interface Placed<Position> {
  readonly position: Position;
}

/** Some rows that lie behind each other. */
export interface WalkBatch<Row> {
  readonly rows: readonly Row[];
  /** Whether to compare what there is; else it suffices that it is there. */
  readonly compare: boolean;
}

/**
 * Looks through a table for what is missing beside its rows, where that cannot
 * be found by an index: through all rows after each start, then only through
 * those that came since. So it finds what an old version writes during an
 * update, or wrote since one went back to it.
 */
export interface Walk<Position, Row extends Placed<Position>> {
  readonly id: string;
  /** In the plural, for the log. */
  readonly what: string;
  /**
   * Raise it when what is written takes another form: then all rows are compared
   * again. A version with a lower one leaves them alone from then on.
   */
  readonly format: number;
  /** Whether all rows are looked through after each start. Default: true */
  readonly atEachStart?: boolean;

  /** About how many rows there are after a position. */
  count(knex: Knex, after: Position | undefined): Promise<number>;
  /** The next rows in the order of the walk, of those that rest since `until`. */
  next(
    tx: Knex,
    page: { after: Position | undefined; until: Date; limit: number },
  ): Promise<Row[]>;
  isBehind(position: Position, other: Position): boolean;
  /**
   * Mends what is missing or wrong.
   *
   * @returns rows that another transaction holds; they come again
   */
  mend(tx: Knex, batch: WalkBatch<Row>): Promise<ReadonlySet<Row>>;
}

interface State<Position> {
  readonly format: number;
  readonly begunAt: Date;
  readonly position?: Position;
  readonly compared?: Position;
}

interface StateRow {
  id: string;
  format: number;
  begun_at: DbInstant;
  position: string | null;
  compared: string | null;
}

export function walkThrough<Position, Row extends Placed<Position>>(
  walk: Walk<Position, Row>,
): Backfill {
  return {
    id: walk.id,
    what: walk.what,
    checks: true,
    async pending(knex) {
      const row = await knex<StateRow>('ticket_backfills')
        .where({ id: walk.id })
        .first();
      return walk.count(knex, row && stateOf<Position>(row).position);
    },
    async fillBatch(tx, limit, times) {
      const stored = await holdState<Position>(tx, walk);
      if (!stored || stored.format > walk.format) {
        return 0;
      }
      const state = begin(walk, stored, times);
      const { position: after, compared } = state;
      const until = new Date(times.now.getTime() - REST);
      const rows = await walk.next(tx, { after, until, limit });
      const last = rows.at(-1);
      const compare =
        compared === undefined ||
        (last !== undefined && walk.isBehind(last.position, compared));
      const held =
        rows.length > 0 ? await walk.mend(tx, { rows, compare }) : new Set();
      const free = rows.findIndex(row => held.has(row));
      const done = free < 0 ? rows : rows.slice(0, free);
      const position = done.at(-1)?.position ?? after;
      const isFarthest =
        position !== undefined &&
        (compared === undefined || walk.isBehind(position, compared));
      const reached = {
        ...state,
        position,
        compared: isFarthest ? position : compared,
      };
      if (done.length > 0 || state !== stored) {
        await tx<StateRow>('ticket_backfills')
          .where({ id: walk.id })
          .update(columnsOf(reached));
      }
      return done.length;
    },
  };
}

/** Begins with the first row with each new format, and after a start. */
function begin<Position>(
  {
    format,
    atEachStart = true,
  }: Pick<Walk<never, never>, 'format' | 'atEachStart'>,
  stored: State<Position>,
  { startedAt, now }: BackfillTimes,
): State<Position> {
  if (format > stored.format) {
    return { format, begunAt: now };
  }
  return atEachStart && stored.begunAt < startedAt
    ? { format, begunAt: now, compared: stored.compared }
    : stored;
}

/** Undefined when another replica is at it. */
async function holdState<Position>(
  tx: Knex,
  { id }: { readonly id: string },
): Promise<State<Position> | undefined> {
  await tx<StateRow>('ticket_backfills')
    .insert({ id, format: 0, begun_at: new Date(0) })
    .onConflict('id')
    .ignore();
  const held = tx<StateRow>('ticket_backfills').where({ id }).first();
  const row = await (isPostgres(tx) ? held.forUpdate().skipLocked() : held);
  return row && stateOf(row);
}

function stateOf<Position>(row: StateRow): State<Position> {
  return {
    format: row.format,
    begunAt: toDate(row.begun_at),
    position: parsed(row.position),
    compared: parsed(row.compared),
  };
}

function columnsOf<Position>(state: State<Position>) {
  return {
    format: state.format,
    begun_at: state.begunAt,
    position: written(state.position),
    compared: written(state.compared),
  };
}

function parsed<Position>(text: string | null): Position | undefined {
  return text === null ? undefined : JSON.parse(text);
}

function written(position: unknown): string | null {
  return position === undefined ? null : JSON.stringify(position);
}
