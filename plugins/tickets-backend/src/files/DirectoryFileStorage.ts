import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStorage } from './FileStorage';

/** Keeps files in a directory that only the backend's own user can read. */
export class DirectoryFileStorage implements FileStorage {
  private readonly directory: string;

  /** @param directory - absolute, or relative to the working directory */
  constructor(directory: string) {
    this.directory = resolve(directory);
  }

  async write(key: string, content: Readable): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(
      content,
      // on the disk before the desk remembers the file
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    );
  }

  async read(key: string): Promise<Readable> {
    const file = await open(this.pathOf(key));
    return file.createReadStream();
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Spread over directories, since very large ones are slow. */
  private pathOf(key: string): string {
    if (!/^[0-9a-f]{8,64}$/.test(key)) {
      throw new Error(`${key} is no key of a file`);
    }
    return join(this.directory, key.slice(0, 2), key);
  }
}
