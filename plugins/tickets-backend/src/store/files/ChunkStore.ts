import type { Knex } from 'knex';

interface ChunkRow {
  storage_key: string;
  position: number;
  bytes: Buffer;
}

/** The contents of files in the desk's own database, in chunks. */
export class ChunkStore {
  constructor(private readonly knex: Knex) {}

  async insert(key: string, position: number, bytes: Buffer): Promise<void> {
    await this.knex<ChunkRow>('ticket_file_chunks').insert({
      storage_key: key,
      position,
      bytes,
    });
  }

  async find(key: string, position: number): Promise<Buffer | undefined> {
    const row = await this.knex<ChunkRow>('ticket_file_chunks')
      .where({ storage_key: key, position })
      .first('bytes');
    return row?.bytes;
  }

  async delete(key: string): Promise<void> {
    await this.knex<ChunkRow>('ticket_file_chunks')
      .where({ storage_key: key })
      .delete();
  }
}
