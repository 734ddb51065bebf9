import type { Knex } from 'knex';
import type { DbInstant } from '../sql/instants';
import type { BlobLocation, StorageType } from './StoredFile';

/**
 * A content in a storage that belongs to no file: one that waits for removal,
 * or, with the person who uploads it, one that is on its way.
 */
interface OrphanedBlobRow {
  storage_key: string;
  storage: StorageType;
  since: DbInstant | Date;
  uploaded_by: string | null;
}

const TABLE = 'ticket_file_leftovers';

/**
 * Where contents lie in storages that belong to no file: on their way there, or
 * waiting for removal. Whatever lies in a storage has its row here or in
 * `FileStore`, from before it is written until after it is removed.
 */
export class BlobStore {
  constructor(private readonly knex: Knex) {}

  /** How many places a person is writing to. */
  async countReservations(person: string): Promise<number> {
    const row = await this.knex<OrphanedBlobRow>(TABLE)
      .where({ uploaded_by: person })
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** Remembers a place that is about to be written to. */
  async reserve(
    location: BlobLocation,
    person: string,
    at: Date,
  ): Promise<void> {
    await this.knex<OrphanedBlobRow>(TABLE).insert({
      storage_key: location.storageKey,
      storage: location.storage,
      since: at,
      uploaded_by: person,
    });
  }

  /** @returns false when the location is not reserved, or no longer */
  async takeReservation(location: BlobLocation): Promise<boolean> {
    const taken = await this.knex<OrphanedBlobRow>(TABLE)
      .where({ storage_key: location.storageKey })
      .whereNotNull('uploaded_by')
      .delete();
    return taken === 1;
  }

  /** Gives a reserved place up; its content waits for removal. */
  async release(location: BlobLocation): Promise<void> {
    await this.knex<OrphanedBlobRow>(TABLE)
      .where({ storage_key: location.storageKey })
      .update({ uploaded_by: null });
  }

  /** Remembers contents of files that are forgotten. */
  async insertOrphans(
    locations: readonly BlobLocation[],
    at: Date,
  ): Promise<void> {
    if (locations.length > 0) {
      await this.knex<OrphanedBlobRow>(TABLE).insert(
        locations.map(({ storageKey, storage }) => ({
          storage_key: storageKey,
          storage,
          since: at,
          uploaded_by: null,
        })),
      );
    }
  }

  /**
   * Contents that wait for removal, in order of their keys, and those whose
   * upload began before an instant, which cannot be completed from then on.
   */
  async orphaned(page: {
    readonly begunBefore: Date;
    readonly after?: string;
    readonly limit: number;
  }): Promise<BlobLocation[]> {
    await this.knex<OrphanedBlobRow>(TABLE)
      .whereNotNull('uploaded_by')
      .where('since', '<', page.begunBefore)
      .update({ uploaded_by: null });
    const query = this.knex<OrphanedBlobRow>(TABLE)
      .whereNull('uploaded_by')
      .orderBy('storage_key')
      .limit(page.limit);
    if (page.after !== undefined) {
      query.where('storage_key', '>', page.after);
    }
    return (await query).map(row => ({
      storage: row.storage,
      storageKey: row.storage_key,
    }));
  }

  /** Forgets a content that was removed. */
  async forget(location: BlobLocation): Promise<void> {
    await this.knex<OrphanedBlobRow>(TABLE)
      .where({ storage_key: location.storageKey })
      .delete();
  }
}
