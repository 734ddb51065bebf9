import type { Knex } from 'knex';

interface ChunkRow {
  storage_key: string;
  position: number;
  bytes: Buffer;
}

export async function insertChunk(
  knex: Knex,
  key: string,
  position: number,
  bytes: Buffer,
): Promise<void> {
  await knex<ChunkRow>('ticket_file_chunks').insert({
    storage_key: key,
    position,
    bytes,
  });
}

export async function findChunk(
  knex: Knex,
  key: string,
  position: number,
): Promise<Buffer | undefined> {
  const row = await knex<ChunkRow>('ticket_file_chunks')
    .where({ storage_key: key, position })
    .first('bytes');
  return row?.bytes;
}

export async function deleteChunks(knex: Knex, key: string): Promise<void> {
  await knex<ChunkRow>('ticket_file_chunks')
    .where({ storage_key: key })
    .delete();
}
