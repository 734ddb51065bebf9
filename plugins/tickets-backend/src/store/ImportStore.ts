import type { Knex } from 'knex';

/** Which imports are done. */
export class ImportStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Marks an import as done.
   *
   * @returns false when it was done before
   */
  async claim(id: string, at: Date): Promise<boolean> {
    const rows = await this.knex('ticket_imports')
      .insert({ id, done_at: at }, ['id'])
      .onConflict('id')
      .ignore();
    return rows.length > 0;
  }

  async isDone(id: string): Promise<boolean> {
    const row = await this.knex('ticket_imports').where({ id }).first('id');
    return row !== undefined;
  }
}
