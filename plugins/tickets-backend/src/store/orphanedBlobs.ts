import type { Knex } from 'knex';
import type { BlobLocation, StorageType } from './FileStore';
import type { DbInstant } from './instants';

/**
 * A content in a storage that belongs to no file: one that waits for removal,
 * or, with the person who uploads it, one that is on its way.
 */
export interface OrphanedBlobRow {
  storage_key: string;
  storage: StorageType;
  since: DbInstant | Date;
  uploaded_by: string | null;
}

const TABLE = 'ticket_file_leftovers';

export async function reserve(
  knex: Knex,
  location: BlobLocation,
  person: string,
  at: Date,
): Promise<void> {
  await knex<OrphanedBlobRow>(TABLE).insert({
    storage_key: location.storageKey,
    storage: location.storage,
    since: at,
    uploaded_by: person,
  });
}

/** @returns false when the place is not reserved, or no more */
export async function takeReservation(
  knex: Knex,
  location: BlobLocation,
): Promise<boolean> {
  const taken = await knex<OrphanedBlobRow>(TABLE)
    .where({ storage_key: location.storageKey })
    .whereNotNull('uploaded_by')
    .delete();
  return taken === 1;
}

export async function release(
  knex: Knex,
  location: BlobLocation,
): Promise<void> {
  await knex<OrphanedBlobRow>(TABLE)
    .where({ storage_key: location.storageKey })
    .update({ uploaded_by: null });
}

export async function insertOrphanedBlobs(
  knex: Knex,
  locations: readonly BlobLocation[],
  at: Date,
): Promise<void> {
  if (locations.length > 0) {
    await knex<OrphanedBlobRow>(TABLE).insert(
      locations.map(({ storageKey, storage }) => ({
        storage_key: storageKey,
        storage,
        since: at,
        uploaded_by: null,
      })),
    );
  }
}

export async function orphanedBlobs(
  knex: Knex,
  page: {
    readonly begunBefore: Date;
    readonly after?: string;
    readonly limit: number;
  },
): Promise<BlobLocation[]> {
  await knex<OrphanedBlobRow>(TABLE)
    .whereNotNull('uploaded_by')
    .where('since', '<', page.begunBefore)
    .update({ uploaded_by: null });
  const query = knex<OrphanedBlobRow>(TABLE)
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

export async function forget(
  knex: Knex,
  location: BlobLocation,
): Promise<void> {
  await knex<OrphanedBlobRow>(TABLE)
    .where({ storage_key: location.storageKey })
    .delete();
}

export async function countReservations(
  knex: Knex,
  person: string,
): Promise<number> {
  const row = await knex<OrphanedBlobRow>(TABLE)
    .where({ uploaded_by: person })
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
