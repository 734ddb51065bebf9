import type { Readable } from 'node:stream';
import type { StorageType } from '../store/files/StoredFile';

/** Keeps the content of files under keys that say nothing of the file. */
export interface FileStorage {
  /**
   * Writes a content as it comes in, without ever holding all of it.
   *
   * @param key - hexadecimal; never written to before
   * @param content - when it fails, writing fails with its error, and parts may
   *   be left behind, which `delete` removes
   */
  write(key: string, content: Readable): Promise<void>;

  /**
   * The content from its beginning. The caller must read it to the end or
   * destroy it.
   *
   * @throws Error when there is none
   */
  read(key: string): Promise<Readable>;

  /** Removes a content, or what there is of it; there may be nothing. */
  delete(key: string): Promise<void>;
}

/** The storages that this desk can reach. */
export interface FileStorages {
  /** Where new files go. */
  readonly current: StorageType;
  /** @throws Error for one that is not configured, or no longer */
  get(type: StorageType): FileStorage;
}
