import type { Knex } from 'knex';
import { whereOneOfIds } from './sql/dialect';
import { type DbInstant, toDate, toDateOrNull } from './sql/instants';

/** A notification that a person may have in the portal. */
export interface NotifiedKey {
  readonly ticketId: string;
  /** The portal keeps one notification for each scope and person. */
  readonly scope: string;
  /** Reference of a user. */
  readonly person: string;
}

export interface Notified extends NotifiedKey {
  /** When it was last sent. */
  readonly notifiedAt: Date;
  /** When it was first seen that they may not read the ticket; null: they may. */
  readonly lostSince: Date | null;
}

/** Notifications of one scope. */
export interface NotifiedScope extends Pick<NotifiedKey, 'ticketId' | 'scope'> {
  readonly people: readonly string[];
}

/** A part of what there is, in the order of tickets, scopes and people. */
interface NotifiedPage {
  readonly limit: number;
  /** The last one of the part before. */
  readonly after?: NotifiedKey;
}

interface NotifiedRow {
  ticket_id: string;
  scope: string;
  person: string;
  told_at: DbInstant;
  lost_since: DbInstant | null;
}

interface WalkRow {
  id: string;
  position: string | null;
}

/** How many rows one statement writes. */
const AT_ONCE = 200;

/** Names the way through this table among those that are under way. */
const WALK = 'notified';

/**
 * Who has which notifications of which tickets, so that they can be withdrawn.
 * A notification that was never sent must not be replaced by neutral words: that
 * would send it.
 */
export class NotifiedStore {
  constructor(private readonly knex: Knex) {}

  /** Takes the place of what was known of the same notifications. */
  async record(
    { ticketId, scope, people }: NotifiedScope,
    at: Date,
  ): Promise<void> {
    for (const some of parts(people)) {
      await this.knex('ticket_notified')
        .insert(
          some.map(person => ({
            ticket_id: ticketId,
            scope,
            person,
            told_at: at,
            lost_since: null,
          })),
        )
        .onConflict(['ticket_id', 'scope', 'person'])
        .merge();
    }
  }

  /** @param notifiedBy - keeps those that were sent again after this time */
  async forget(notified: NotifiedScope, notifiedBy: Date): Promise<void> {
    for (const some of parts(notified.people)) {
      await this.#rowsOf(notified, some)
        .where('told_at', '<=', notifiedBy)
        .delete();
    }
  }

  async ofTickets(ticketIds: readonly string[]): Promise<Notified[]> {
    const query = this.knex<NotifiedRow>('ticket_notified');
    whereOneOfIds(query, 'ticket_id', ticketIds);
    const rows: NotifiedRow[] = await query
      .orderBy(['ticket_id', 'scope', 'person'])
      .select();
    return rows.map(fromRow);
  }

  async list({ limit, after }: NotifiedPage): Promise<Notified[]> {
    const query = this.knex<NotifiedRow>('ticket_notified');
    if (after) {
      query.whereRaw('(ticket_id, scope, person) > (?, ?, ?)', [
        after.ticketId,
        after.scope,
        after.person,
      ]);
    }
    const rows: NotifiedRow[] = await query
      .orderBy(['ticket_id', 'scope', 'person'])
      .limit(limit)
      .select();
    return rows.map(fromRow);
  }

  /** @param since - null: they may read the ticket */
  async setLostSince(
    notified: NotifiedScope,
    since: Date | null,
  ): Promise<void> {
    for (const some of parts(notified.people)) {
      await this.#rowsOf(notified, some).update({ lost_since: since });
    }
  }

  /** How far the walk through all has come; undefined: not begun, or finished. */
  async position(): Promise<NotifiedKey | undefined> {
    const row = await this.knex<WalkRow>('ticket_backfills')
      .where({ id: WALK })
      .first('position');
    return row?.position ? JSON.parse(row.position) : undefined;
  }

  async setPosition(place: NotifiedKey | undefined, at: Date): Promise<void> {
    await this.knex('ticket_backfills')
      .insert({
        id: WALK,
        format: 1,
        begun_at: at,
        position: place ? JSON.stringify(place) : null,
      })
      .onConflict('id')
      .merge(['position']);
  }

  #rowsOf(
    { ticketId, scope }: NotifiedScope,
    people: readonly string[],
  ): Knex.QueryBuilder {
    return this.knex<NotifiedRow>('ticket_notified')
      .where({ ticket_id: ticketId, scope })
      .whereIn('person', people);
  }
}

/** Everybody names people in one order, so that no two wait for each other. */
function parts(people: readonly string[]): string[][] {
  const sorted = [...people].sort();
  return Array.from({ length: Math.ceil(sorted.length / AT_ONCE) }, (_, part) =>
    sorted.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}

function fromRow(row: NotifiedRow): Notified {
  return {
    ticketId: row.ticket_id,
    scope: row.scope,
    person: row.person,
    notifiedAt: toDate(row.told_at),
    lostSince: toDateOrNull(row.lost_since),
  };
}
