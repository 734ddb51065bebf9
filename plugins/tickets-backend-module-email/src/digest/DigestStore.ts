import type { Knex } from 'knex';

const TABLE = 'ticket_mail_digest';

/** How much stands in one mail. */
const MAX_ENTRIES = 200;

/** What happened to a ticket, for a person who gets digests. */
export interface NewDigestEntry {
  readonly userRef: string;
  readonly notificationId: string;
  readonly ticketId: string;
  readonly url: string;
  /** What happened. */
  readonly sentence: string;
  /** The name of who did it; empty when it was the desk. */
  readonly actor: string;
  readonly at: Date;
}

/** The same, in a mail that is to be sent. */
export interface DigestEntry extends NewDigestEntry {
  readonly id: number;
  /** Names the mail. */
  readonly batch: number;
}

/** What stands in the next digests. */
export class DigestStore {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  /** Each notification stands in one digest of each person. */
  async add(entries: readonly NewDigestEntry[]): Promise<void> {
    if (entries.length > 0) {
      await this.knex(TABLE)
        .insert(
          entries.map(({ userRef, notificationId, ticketId, ...entry }) => ({
            ...entry,
            user_ref: userRef,
            notification_id: notificationId,
            ticket_id: ticketId,
          })),
        )
        .onConflict(['user_ref', 'notification_id'])
        .ignore();
    }
  }

  /** Whom there is something for. */
  async people(): Promise<string[]> {
    return this.knex(TABLE)
      .whereNull('sent_at')
      .distinct('user_ref')
      .orderBy('user_ref')
      .pluck('user_ref');
  }

  /**
   * What stands in the next mail to a person, oldest first: the same at each
   * attempt to send it, whatever happens in between.
   */
  async next(userRef: string): Promise<DigestEntry[]> {
    return this.knex.transaction(async tx => {
      const waiting = () =>
        tx(TABLE).where({ user_ref: userRef, sent_at: null });
      const begun = await waiting()
        .whereNotNull('batch')
        .min({ batch: 'batch' });
      let [{ batch }] = begun;
      if (batch === null || batch === undefined) {
        const ids: (number | string)[] = await waiting()
          .orderBy('id')
          .limit(MAX_ENTRIES)
          .pluck('id');
        if (ids.length === 0) {
          return [];
        }
        [batch] = ids;
        await tx(TABLE).whereIn('id', ids).update({ batch });
      }
      const rows = await waiting().where({ batch }).orderBy('id');
      return rows.map(row => ({
        id: Number(row.id),
        batch: Number(row.batch),
        userRef: row.user_ref,
        notificationId: row.notification_id,
        ticketId: row.ticket_id,
        url: row.url,
        sentence: row.sentence,
        actor: row.actor,
        at: new Date(row.at),
      }));
    });
  }

  /** They are sent, or are not to be. */
  async done(entries: readonly Pick<DigestEntry, 'id'>[]): Promise<void> {
    await this.knex(TABLE)
      .whereIn(
        'id',
        entries.map(({ id }) => id),
      )
      .update({ sent_at: this.clock() });
  }

  /** Forgets what was sent before then. */
  async forgetBefore(time: Date): Promise<void> {
    await this.knex(TABLE).where('sent_at', '<', time).delete();
  }
}
