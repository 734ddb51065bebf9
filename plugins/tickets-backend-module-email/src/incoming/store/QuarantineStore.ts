import type { Knex } from 'knex';
import {
  type IncomingMailRow,
  MAILS,
  ORIGINALS,
  mailRows,
  readMailRow,
} from './rows';

/** The mails that were not taken in, until an admin decides. */
export class QuarantineStore {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  /** The mails in quarantine, newest first. */
  async list(limit: number, before?: number): Promise<IncomingMailRow[]> {
    const query = mailRows(this.knex).where({ state: 'quarantined' });
    if (before !== undefined) {
      query.where('id', '<', before);
    }
    return (await query.orderBy('id', 'desc').limit(limit)).map(readMailRow);
  }

  async find(id: number): Promise<IncomingMailRow | undefined> {
    const row = await mailRows(this.knex)
      .where({ id, state: 'quarantined' })
      .first();
    return row && readMailRow(row);
  }

  /**
   * Lets a mail out of quarantine, to be taken in.
   *
   * @param as - reference of the catalog User whom it is taken to be from
   * @returns false when it is not in quarantine
   */
  async release(id: number, as: string | undefined): Promise<boolean> {
    const count = await this.knex(MAILS)
      .where({ id, state: 'quarantined' })
      .whereNot({ reason: 'too-large' })
      .update({
        state: 'received',
        reason: null,
        detail: null,
        released: true,
        released_as: as ?? null,
        attempts: 0,
        due_at: this.clock(),
        updated_at: this.clock(),
      });
    return count > 0;
  }

  /** Deletes a mail in quarantine; that it came is still known. */
  async discard(id: number): Promise<boolean> {
    return this.knex.transaction(async tx => {
      const count = await tx(MAILS).where({ id, state: 'quarantined' }).update({
        state: 'done',
        outcome: 'deleted',
        reason: null,
        detail: null,
        sender: null,
        subject: null,
        updated_at: this.clock(),
      });
      await tx(ORIGINALS)
        .whereIn(
          'mail_id',
          tx(MAILS).select('id').where({ id, outcome: 'deleted' }),
        )
        .delete();
      return count > 0;
    });
  }

  /**
   * Deletes those that have been in quarantine for longest, as far as all of them
   * together are larger than that; that they came is still known. Those who flood a
   * desk cannot keep out what comes next.
   *
   * @param bytes - of what is kept of them
   * @returns how many
   */
  async shorten(bytes: number): Promise<number> {
    const { knex } = this;
    const sizes = knex(MAILS)
      .join(ORIGINALS, `${ORIGINALS}.mail_id`, `${MAILS}.id`)
      .where({ state: 'quarantined' })
      .select(
        `${MAILS}.id`,
        knex.raw('sum(length(??)) over (order by ?? desc, ?? desc) as total', [
          `${ORIGINALS}.content`,
          `${MAILS}.updated_at`,
          `${MAILS}.id`,
        ]),
      );
    const ids: (number | string)[] = await knex
      .from(sizes.as('sizes'))
      .where('total', '>', bytes)
      .pluck('id');
    let count = 0;
    for (const id of ids) {
      count += (await this.discard(Number(id))) ? 1 : 0;
    }
    return count;
  }

  /** A mail in quarantine as it came. */
  async original(id: number): Promise<Buffer | undefined> {
    const row = await this.knex(ORIGINALS)
      .whereIn(
        'mail_id',
        this.knex(MAILS).select('id').where({ id, state: 'quarantined' }),
      )
      .first('content');
    return row && Buffer.from(row.content);
  }
}
