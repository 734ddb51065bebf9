import { Readable } from 'node:stream';
import type { ChunkStore } from '../store/files/ChunkStore';
import type { FileStorage } from './FileStorage';

/** Bytes in one row; a file larger than this takes several. */
const CHUNK_SIZE = 256 * 1024;

/**
 * Keeps files in the desk's own database. Each chunk is a statement of its own,
 * so that a slow upload or download holds up nobody else.
 */
export class DatabaseFileStorage implements FileStorage {
  constructor(private readonly chunks: ChunkStore) {}

  async write(key: string, content: Readable): Promise<void> {
    let position = 0;
    for await (const chunk of inChunks(content)) {
      await this.chunks.insert(key, position, chunk);
      position += 1;
    }
  }

  async read(key: string): Promise<Readable> {
    const first = await this.chunks.find(key, 0);
    if (!first) {
      throw new Error(`The database holds no file ${key}`);
    }
    return Readable.from(this.chunksFrom(key, first));
  }

  delete(key: string): Promise<void> {
    return this.chunks.delete(key);
  }

  private async *chunksFrom(
    key: string,
    first: Buffer,
  ): AsyncGenerator<Buffer> {
    let chunk: Buffer | undefined = first;
    for (let position = 1; chunk; position += 1) {
      yield chunk;
      chunk = await this.chunks.find(key, position);
    }
  }
}

/** The same content in chunks of equal size, but for the last one. */
async function* inChunks(content: Readable): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    while (size >= CHUNK_SIZE) {
      const joined = Buffer.concat(parts);
      yield joined.subarray(0, CHUNK_SIZE);
      parts = [joined.subarray(CHUNK_SIZE)];
      size -= CHUNK_SIZE;
    }
  }
  if (size > 0) {
    yield Buffer.concat(parts);
  }
}
