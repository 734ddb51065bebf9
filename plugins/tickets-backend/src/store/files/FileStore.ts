import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { BlobStore } from './BlobStore';
import type { BlobLocation, StoredFile, UnattachedUploads } from './StoredFile';
import { type FileRow, fileRow, fromRow } from './rows';

const TABLE = 'ticket_files';

/** What ids are made of; nothing else is worth a query. */
const POSSIBLE_ID = /^[0-9a-f-]{36}$/;

/**
 * What the desk remembers of files. An upload is unattached until it belongs to
 * a message.
 */
export class FileStore {
  readonly #blobs: BlobStore;

  constructor(private readonly knex: Knex) {
    this.#blobs = new BlobStore(knex);
  }

  /** Keeps others from counting the uploads of a person until the transaction ends. */
  async lockUploads(person: string): Promise<void> {
    // SQLite writes one transaction after the other anyway
    if (isPostgres(this.knex)) {
      await this.knex.raw(
        'select pg_advisory_xact_lock(hashtextextended(?, 0))',
        [`ticket files of ${person}`],
      );
    }
  }

  async unattachedUploads(person: string): Promise<UnattachedUploads> {
    const row = await this.knex(TABLE)
      .where({ uploaded_by: person })
      .whereNull('ticket_id')
      .count({ count: '*' })
      .sum({ bytes: 'size' })
      .first();
    return {
      count:
        Number(row?.count ?? 0) + (await this.#blobs.countReservations(person)),
      bytes: Number(row?.bytes ?? 0),
    };
  }

  /**
   * Remembers a file whose content is written.
   *
   * @returns false when its location is no longer reserved
   */
  async insert(file: StoredFile): Promise<boolean> {
    if (!(await this.#blobs.takeReservation(file))) {
      return false;
    }
    await this.knex<FileRow>(TABLE).insert(fileRow(file));
    return true;
  }

  async find(id: string): Promise<StoredFile | undefined> {
    if (!POSSIBLE_ID.test(id)) {
      return undefined;
    }
    const row = await this.knex<FileRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /** The files of messages, by id of the message, in the order of uploading. */
  async ofMessages(
    messageIds: readonly string[],
  ): Promise<Map<string, StoredFile[]>> {
    const files = new Map<string, StoredFile[]>(messageIds.map(id => [id, []]));
    if (messageIds.length > 0) {
      const rows = await this.knex<FileRow>(TABLE)
        .whereIn('message_seq', [...messageIds])
        .orderBy(['created_at', 'id']);
      rows.forEach(row =>
        files.get(String(row.message_seq))?.push(fromRow(row)),
      );
    }
    return files;
  }

  /** Bytes of all files of a ticket. */
  async bytesOfTicket(ticketId: string): Promise<number> {
    const row = await this.knex(TABLE)
      .where({ ticket_id: ticketId })
      .sum({ bytes: 'size' })
      .first();
    return Number(row?.bytes ?? 0);
  }

  /** Those of the files that are unattached and this person's, held until the transaction ends. */
  async lockUnattached(
    ids: readonly string[],
    person: string,
  ): Promise<StoredFile[]> {
    const rows = await this.knex<FileRow>(TABLE)
      .whereIn('id', [...ids])
      .where({ uploaded_by: person })
      .whereNull('ticket_id')
      .orderBy('id')
      .forUpdate();
    return rows.map(fromRow);
  }

  async attach(
    ids: readonly string[],
    ticketId: string,
    messageId: string,
  ): Promise<void> {
    await this.knex<FileRow>(TABLE)
      .whereIn('id', [...ids])
      .update({ ticket_id: ticketId, message_seq: messageId });
  }

  /**
   * Forgets an unattached upload of a person; its content waits for removal.
   *
   * @returns where that is; undefined when there is no such file
   */
  async discard(
    id: string,
    person: string,
    at: Date,
  ): Promise<BlobLocation | undefined> {
    if (!POSSIBLE_ID.test(id)) {
      return undefined;
    }
    const [discarded] = await this.#orphan(
      this.#unattached().where({ id, uploaded_by: person }),
      at,
    );
    return discarded;
  }

  /**
   * Forgets the files of a ticket; their content waits for removal.
   *
   * @returns where that is
   */
  async orphanFilesOfTicket(
    ticketId: string,
    at: Date,
  ): Promise<BlobLocation[]> {
    const files = this.knex<FileRow>(TABLE).where({ ticket_id: ticketId });
    return this.#orphan(files, at);
  }

  /**
   * Forgets files of a message; their content waits for removal.
   *
   * @returns where that is
   */
  async orphanFilesOfMessage(
    messageId: string,
    ids: readonly string[],
    at: Date,
  ): Promise<BlobLocation[]> {
    const files = this.knex<FileRow>(TABLE)
      .where({ message_seq: messageId })
      .whereIn('id', [...ids]);
    return this.#orphan(files, at);
  }

  /**
   * Forgets unattached uploads that arrived before an instant.
   *
   * @returns how many, at most `limit`
   */
  async expire(before: Date, limit: number, at: Date): Promise<number> {
    const expired = await this.#orphan(
      this.#unattached()
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(limit),
      at,
    );
    return expired.length;
  }

  #unattached() {
    return this.knex<FileRow>(TABLE).whereNull('ticket_id');
  }

  /** Turns files into orphans, in one transaction. */
  async #orphan(
    files: Knex.QueryBuilder<FileRow, FileRow[]>,
    at: Date,
  ): Promise<BlobLocation[]> {
    const orphaned = (await files.forUpdate()).map(fromRow);
    await this.knex<FileRow>(TABLE)
      .whereIn(
        'id',
        orphaned.map(({ id }) => id),
      )
      .delete();
    await this.#blobs.insertOrphans(orphaned, at);
    return orphaned;
  }
}
