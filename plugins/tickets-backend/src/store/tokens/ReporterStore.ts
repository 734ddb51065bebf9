import type { Knex } from 'knex';
import { type DbInstant, toDate } from '../sql/instants';

const TABLE = 'ticket_reporters';

/** A ticket of an anonymous reporter that ended. */
export interface EndedReport {
  readonly id: string;
  readonly endedAt: Date;
}

/** Who reported anonymously: a random reference, and the channel. */
export class ReporterStore {
  constructor(private readonly knex: Knex) {}

  async insert(ref: string, channel: string): Promise<void> {
    await this.knex(TABLE).insert({ ref, channel });
  }

  /** The id of the channel that a person used; undefined for others. */
  async channelOf(ref: string): Promise<string | undefined> {
    const row = await this.knex(TABLE).where({ ref }).first('channel');
    return row?.channel;
  }

  /**
   * Ids of the tickets of a reporter, the newest first: also of those that were
   * merged into others.
   */
  async ticketsOf(ref: string, limit: number): Promise<string[]> {
    return this.knex('tickets')
      .where({ requester: ref })
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .pluck('id');
  }

  /** Tickets of a channel that ended before a time, in the order of their ids. */
  async ended(
    channel: string,
    before: Date,
    page: { readonly limit: number; readonly after?: { readonly id: string } },
  ): Promise<EndedReport[]> {
    const rows: { id: string; ended_at: DbInstant }[] = await this.knex(TABLE)
      .join('tickets', 'tickets.requester', `${TABLE}.ref`)
      .where(`${TABLE}.channel`, channel)
      .whereNull('tickets.merged_into')
      .where('tickets.ended_at', '<', before)
      .modify(query => {
        if (page.after) {
          query.where('tickets.id', '>', page.after.id);
        }
      })
      .orderBy('tickets.id')
      .limit(page.limit)
      .select('tickets.id', 'tickets.ended_at');
    return rows.map(row => ({ id: row.id, endedAt: toDate(row.ended_at) }));
  }

  /** How many tickets there are of the reporters of each channel. */
  async countByChannel(): Promise<{ channel: string; tickets: number }[]> {
    const rows: { channel: string; tickets: number | string }[] =
      await this.knex(TABLE)
        .join('tickets', 'tickets.requester', `${TABLE}.ref`)
        .whereNull('tickets.merged_into')
        .groupBy(`${TABLE}.channel`)
        .orderBy(`${TABLE}.channel`)
        .select(`${TABLE}.channel`, this.knex.raw('count(*) as tickets'));
    return rows.map(row => ({ ...row, tickets: Number(row.tickets) }));
  }

  /**
   * Removes reporters of whom there is no ticket left, with what let them
   * in.
   */
  async forgetThoseWithoutTickets(): Promise<void> {
    const areGone = (query: Knex.QueryBuilder) =>
      query.whereNotExists(tickets =>
        tickets
          .select(this.knex.raw('1'))
          .from('tickets')
          .whereRaw('tickets.requester = ticket_reporters.ref'),
      );
    await this.knex('ticket_tokens')
      .whereIn('subject', this.knex(TABLE).select('ref').modify(areGone))
      .delete();
    await this.knex(TABLE).modify(areGone).delete();
  }
}
