import type { Knex } from 'knex';
import type { BlobLocation, FileStore, StoredFile } from './FileStore';
import * as chunks from './fileChunks';
import * as orphans from './orphanedBlobs';
import * as files from './files';

/** What the desk remembers of files, in SQLite or PostgreSQL. */
export class KnexFileStore implements FileStore {
  constructor(private readonly knex: Knex) {}

  lockUploads(person: string) {
    return files.lockUploads(this.knex, person);
  }

  unattachedUploads(person: string) {
    return files.unattachedUploads(this.knex, person);
  }

  reserve(location: BlobLocation, person: string, at: Date) {
    return orphans.reserve(this.knex, location, person, at);
  }

  insert(file: StoredFile) {
    return files.insertFile(this.knex, file);
  }

  release(location: BlobLocation) {
    return orphans.release(this.knex, location);
  }

  find(id: string) {
    return files.findFile(this.knex, id);
  }

  ofMessages(messageIds: readonly string[]) {
    return files.filesOfMessages(this.knex, messageIds);
  }

  bytesOfTicket(ticketId: string) {
    return files.bytesOfTicket(this.knex, ticketId);
  }

  lockUnattached(ids: readonly string[], person: string) {
    return files.lockUnattached(this.knex, ids, person);
  }

  attach(ids: readonly string[], ticketId: string, messageId: string) {
    return files.attach(this.knex, ids, ticketId, messageId);
  }

  discard(id: string, person: string, at: Date) {
    return files.discard(this.knex, id, person, at);
  }

  orphanFilesOfTicket(ticketId: string, at: Date) {
    return files.orphanFilesOfTicket(this.knex, ticketId, at);
  }

  expire(before: Date, limit: number, at: Date) {
    return files.expire(this.knex, before, limit, at);
  }

  orphanedBlobs(page: { begunBefore: Date; after?: string; limit: number }) {
    return orphans.orphanedBlobs(this.knex, page);
  }

  forget(location: BlobLocation) {
    return orphans.forget(this.knex, location);
  }

  insertChunk(key: string, position: number, bytes: Buffer) {
    return chunks.insertChunk(this.knex, key, position, bytes);
  }

  findChunk(key: string, position: number) {
    return chunks.findChunk(this.knex, key, position);
  }

  deleteChunks(key: string) {
    return chunks.deleteChunks(this.knex, key);
  }
}
