import type { Knex } from 'knex';
import type { FilePlace, FileStore, StoredFile } from './FileStore';
import * as chunks from './fileChunks';
import * as leftovers from './fileLeftovers';
import * as files from './files';

/** What the desk remembers of files, in SQLite or PostgreSQL. */
export class KnexFileStore implements FileStore {
  constructor(private readonly knex: Knex) {}

  lockLoose(person: string) {
    return files.lockLoose(this.knex, person);
  }

  looseFiles(person: string) {
    return files.looseFiles(this.knex, person);
  }

  reserve(place: FilePlace, person: string, at: Date) {
    return leftovers.reserve(this.knex, place, person, at);
  }

  insert(file: StoredFile) {
    return files.insertFile(this.knex, file);
  }

  release(place: FilePlace) {
    return leftovers.release(this.knex, place);
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

  lockLooseFiles(ids: readonly string[], person: string) {
    return files.lockLooseFiles(this.knex, ids, person);
  }

  attach(ids: readonly string[], ticketId: string, messageId: string) {
    return files.attach(this.knex, ids, ticketId, messageId);
  }

  discard(id: string, person: string, at: Date) {
    return files.discard(this.knex, id, person, at);
  }

  abandonTicket(ticketId: string, at: Date) {
    return files.abandonTicket(this.knex, ticketId, at);
  }

  expire(before: Date, limit: number, at: Date) {
    return files.expire(this.knex, before, limit, at);
  }

  leftovers(page: { begunBefore: Date; after?: string; limit: number }) {
    return leftovers.leftovers(this.knex, page);
  }

  forget(place: FilePlace) {
    return leftovers.forget(this.knex, place);
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
