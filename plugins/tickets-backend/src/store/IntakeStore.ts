import type { Knex } from 'knex';

/** What intakes of other plugins have brought in. */
export class IntakeStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Records that something is brought in, as part of the transaction that does
   * it. Another one with the same key waits for the end of that transaction.
   *
   * @returns false when it was brought in before
   */
  async claim(intake: string, key: string, at: Date): Promise<boolean> {
    const rows = await this.knex('ticket_intakes')
      .insert({ intake, key, result: '', done_at: at }, ['key'])
      .onConflict(['intake', 'key'])
      .ignore();
    return rows.length > 0;
  }

  async setResult(intake: string, key: string, result: string): Promise<void> {
    await this.knex('ticket_intakes').where({ intake, key }).update({ result });
  }

  /** What came of it; undefined when it was not brought in. */
  async resultOf(intake: string, key: string): Promise<string | undefined> {
    const row = await this.knex('ticket_intakes')
      .where({ intake, key })
      .first('result');
    return row?.result;
  }
}
