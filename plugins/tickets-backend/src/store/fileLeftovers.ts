import type { Knex } from 'knex';
import type { FilePlace, StorageType } from './FileStore';
import type { DbInstant } from './instants';

/**
 * A content in a storage that belongs to no file: one that waits for removal,
 * or, with the person who uploads it, one that is on its way.
 */
export interface LeftoverRow {
  storage_key: string;
  storage: StorageType;
  since: DbInstant | Date;
  uploaded_by: string | null;
}

const TABLE = 'ticket_file_leftovers';

export async function reserve(
  knex: Knex,
  place: FilePlace,
  person: string,
  at: Date,
): Promise<void> {
  await knex<LeftoverRow>(TABLE).insert({
    storage_key: place.storageKey,
    storage: place.storage,
    since: at,
    uploaded_by: person,
  });
}

/** @returns false when the place is not reserved, or no more */
export async function takeReservation(
  knex: Knex,
  place: FilePlace,
): Promise<boolean> {
  const taken = await knex<LeftoverRow>(TABLE)
    .where({ storage_key: place.storageKey })
    .whereNotNull('uploaded_by')
    .delete();
  return taken === 1;
}

export async function release(knex: Knex, place: FilePlace): Promise<void> {
  await knex<LeftoverRow>(TABLE)
    .where({ storage_key: place.storageKey })
    .update({ uploaded_by: null });
}

export async function insertLeftovers(
  knex: Knex,
  places: readonly FilePlace[],
  at: Date,
): Promise<void> {
  if (places.length > 0) {
    await knex<LeftoverRow>(TABLE).insert(
      places.map(({ storageKey, storage }) => ({
        storage_key: storageKey,
        storage,
        since: at,
        uploaded_by: null,
      })),
    );
  }
}

export async function leftovers(
  knex: Knex,
  page: {
    readonly begunBefore: Date;
    readonly after?: string;
    readonly limit: number;
  },
): Promise<FilePlace[]> {
  await knex<LeftoverRow>(TABLE)
    .whereNotNull('uploaded_by')
    .where('since', '<', page.begunBefore)
    .update({ uploaded_by: null });
  const query = knex<LeftoverRow>(TABLE)
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

export async function forget(knex: Knex, place: FilePlace): Promise<void> {
  await knex<LeftoverRow>(TABLE)
    .where({ storage_key: place.storageKey })
    .delete();
}

export async function countReservations(
  knex: Knex,
  person: string,
): Promise<number> {
  const row = await knex<LeftoverRow>(TABLE)
    .where({ uploaded_by: person })
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
