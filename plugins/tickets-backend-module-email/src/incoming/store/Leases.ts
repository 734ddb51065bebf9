import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

const TABLE = 'ticket_mail_leases';

/** Lets one backend at a time do something, and another one when it dies. */
export class Leases {
  readonly #holder = randomUUID();

  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  /**
   * Takes or prolongs a lease.
   *
   * @param duration - in milliseconds
   * @returns false when another backend has it
   */
  async hold(name: string, duration: number): Promise<boolean> {
    const now = this.clock();
    const lease = {
      holder: this.#holder,
      until: new Date(now.getTime() + duration),
    };
    const rows = await this.knex(TABLE)
      .insert({ name, ...lease }, ['name'])
      .onConflict('name')
      .merge(lease)
      .where(`${TABLE}.holder`, this.#holder)
      .orWhere(`${TABLE}.until`, '<', now);
    return rows.length > 0;
  }

  /** Gives it back, so that another backend need not wait for its end. */
  async release(name: string): Promise<void> {
    await this.knex(TABLE).where({ name, holder: this.#holder }).delete();
  }
}
