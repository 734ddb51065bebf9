import type { Knex } from 'knex';
import { type DbInstant, toDate } from './sql/instants';

/** A team, and one of its agents or nobody. */
interface Holding {
  readonly team: string | null;
  readonly assignee: string | null;
}

/** A part of what is held, in the order of team and assignee. */
interface HoldingPage {
  readonly limit: number;
  /** The last one of the part before. */
  readonly after?: Holding;
}

/** A part of the tickets of a holding, in the order of their ids. */
interface HeldPage {
  readonly limit: number;
  readonly after?: { readonly id: string };
}

/** How many rows are inserted by one statement. */
const BATCH = 100;

interface UnavailableRow {
  team: string;
  assignee: string;
  since: DbInstant;
  seen_at: DbInstant;
  waits_long: boolean | number;
}

/** When it was looked who is unavailable, and what of that counts. */
interface Look {
  readonly now: Date;
  /** Who was seen last before that counts as new. */
  readonly forgottenAt: Date;
  /** Whether much is missing; who is recorded now waits for the long time. */
  readonly muchMissing: boolean;
}

/** Since when a person has been unavailable without a break. */
export interface RecordedAbsence {
  readonly since: Date;
  /** Whether much was missing at any time since then. */
  readonly waitsLong: boolean;
}

/** Who has open tickets, and since when whom of them could not be found. */
export class UnavailableStore {
  constructor(private readonly knex: Knex) {}

  /** Who has open tickets, each once. */
  async holdings({ limit, after }: HoldingPage): Promise<Holding[]> {
    const held = this.#open()
      .distinct(this.knex.raw(`coalesce(team, '') as held_team`))
      .select(this.knex.raw(`coalesce(assignee, '') as held_by`));
    const query = this.knex
      .from(held.as('held'))
      .orderBy(['held_team', 'held_by'])
      .limit(limit);
    if (after) {
      query.whereRaw('(held_team, held_by) > (?, ?)', [
        after.team ?? '',
        after.assignee ?? '',
      ]);
    }
    const rows: { held_team: string; held_by: string }[] = await query.select();
    return rows.map(row => ({
      team: row.held_team || null,
      assignee: row.held_by || null,
    }));
  }

  /** The open tickets of a team; with an assignee, theirs among them. */
  async heldTickets(
    { team, assignee }: Holding,
    { limit, after }: HeldPage,
  ): Promise<{ id: string }[]> {
    const query = this.#open().where({ team });
    if (assignee !== null) {
      query.where({ assignee });
    }
    if (after) {
      query.where('id', '>', after.id);
    }
    return query.orderBy('id').limit(limit).select<{ id: string }[]>('id');
  }

  /**
   * Records who is unavailable now, and forgets those who no longer are.
   *
   * @returns since when each of them is, in their order
   */
  async record(
    unavailable: readonly Holding[],
    { now, forgottenAt, muchMissing }: Look,
  ): Promise<RecordedAbsence[]> {
    return this.knex.transaction(async tx => {
      const rows = await tx<UnavailableRow>('ticket_unavailable').select();
      const before = new Map(rows.map(row => [keyOf(row), row]));
      const present = unavailable.map(({ team, assignee }) => {
        const place = { team: team ?? '', assignee: assignee ?? '' };
        const known = before.get(keyOf(place));
        const goesOn = known && toDate(known.seen_at) >= forgottenAt;
        return {
          ...place,
          since: goesOn ? toDate(known.since) : now,
          seen_at: now,
          waits_long:
            muchMissing || (goesOn === true && Boolean(known.waits_long)),
        };
      });
      await tx('ticket_unavailable').delete();
      await tx.batchInsert('ticket_unavailable', present, BATCH);
      return present.map(({ since, waits_long: waitsLong }) => ({
        since,
        waitsLong,
      }));
    });
  }

  #open(): Knex.QueryBuilder {
    return this.knex('tickets').whereNull('ended_at').whereNull('merged_into');
  }
}

function keyOf({ team, assignee }: Pick<UnavailableRow, 'team' | 'assignee'>) {
  return JSON.stringify([team, assignee]);
}
