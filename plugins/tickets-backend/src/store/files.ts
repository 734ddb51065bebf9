import type { Knex } from 'knex';
import type {
  BlobLocation,
  UnattachedUploads,
  StorageType,
  StoredFile,
} from './FileStore';
import {
  countReservations,
  insertOrphanedBlobs,
  takeReservation,
} from './orphanedBlobs';
import { type DbInstant, toDate } from './instants';

interface FileRow {
  id: string;
  ticket_id: string | null;
  message_seq: number | string | null;
  name: string;
  media_type: string;
  charset: string | null;
  size: number | string;
  sha256: string;
  storage: StorageType;
  storage_key: string;
  uploaded_by: string;
  created_at: DbInstant;
}

const TABLE = 'ticket_files';

/** What ids are made of; nothing else is worth a query. */
const POSSIBLE_ID = /^[0-9a-f-]{36}$/;

/** SQLite writes one transaction after the other anyway. */
export async function lockUploads(knex: Knex, person: string): Promise<void> {
  if (knex.client.config.client === 'pg') {
    await knex.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `ticket files of ${person}`,
    ]);
  }
}

export async function unattachedUploads(
  knex: Knex,
  person: string,
): Promise<UnattachedUploads> {
  const row = await knex(TABLE)
    .where({ uploaded_by: person })
    .whereNull('ticket_id')
    .count({ count: '*' })
    .sum({ bytes: 'size' })
    .first();
  return {
    count: Number(row?.count ?? 0) + (await countReservations(knex, person)),
    bytes: Number(row?.bytes ?? 0),
  };
}

export async function insertFile(
  knex: Knex,
  file: StoredFile,
): Promise<boolean> {
  if (!(await takeReservation(knex, file))) {
    return false;
  }
  await knex<FileRow>(TABLE).insert(fileRow(file));
  return true;
}

/** The row of a file, wherever its bytes are. */
export function fileRow(file: StoredFile): FileRow {
  return {
    id: file.id,
    ticket_id: file.ticketId,
    message_seq: file.messageId,
    name: file.name,
    media_type: file.mediaType,
    charset: file.charset,
    size: file.size,
    sha256: file.sha256,
    storage: file.storage,
    storage_key: file.storageKey,
    uploaded_by: file.uploadedBy,
    created_at: file.createdAt,
  };
}

export async function findFile(
  knex: Knex,
  id: string,
): Promise<StoredFile | undefined> {
  if (!POSSIBLE_ID.test(id)) {
    return undefined;
  }
  const row = await knex<FileRow>(TABLE).where({ id }).first();
  return row && fromRow(row);
}

export async function filesOfMessages(
  knex: Knex,
  messageIds: readonly string[],
): Promise<Map<string, StoredFile[]>> {
  const files = new Map<string, StoredFile[]>(messageIds.map(id => [id, []]));
  if (messageIds.length > 0) {
    const rows = await knex<FileRow>(TABLE)
      .whereIn('message_seq', [...messageIds])
      .orderBy(['created_at', 'id']);
    rows.forEach(row => files.get(String(row.message_seq))?.push(fromRow(row)));
  }
  return files;
}

export async function bytesOfTicket(
  knex: Knex,
  ticketId: string,
): Promise<number> {
  const row = await knex(TABLE)
    .where({ ticket_id: ticketId })
    .sum({ bytes: 'size' })
    .first();
  return Number(row?.bytes ?? 0);
}

export async function lockUnattached(
  knex: Knex,
  ids: readonly string[],
  person: string,
): Promise<StoredFile[]> {
  const rows = await knex<FileRow>(TABLE)
    .whereIn('id', [...ids])
    .where({ uploaded_by: person })
    .whereNull('ticket_id')
    .orderBy('id')
    .forUpdate();
  return rows.map(fromRow);
}

export async function attach(
  knex: Knex,
  ids: readonly string[],
  ticketId: string,
  messageId: string,
): Promise<void> {
  await knex<FileRow>(TABLE)
    .whereIn('id', [...ids])
    .update({ ticket_id: ticketId, message_seq: messageId });
}

export async function discard(
  knex: Knex,
  id: string,
  person: string,
  at: Date,
): Promise<BlobLocation | undefined> {
  if (!POSSIBLE_ID.test(id)) {
    return undefined;
  }
  const [discarded] = await abandon(
    knex,
    unattached(knex).where({ id, uploaded_by: person }),
    at,
  );
  return discarded;
}

export async function orphanFilesOfTicket(
  knex: Knex,
  ticketId: string,
  at: Date,
): Promise<BlobLocation[]> {
  const files = knex<FileRow>(TABLE).where({ ticket_id: ticketId });
  return abandon(knex, files, at);
}

export async function expire(
  knex: Knex,
  before: Date,
  limit: number,
  at: Date,
): Promise<number> {
  const expired = await abandon(
    knex,
    unattached(knex)
      .where('created_at', '<', before)
      .orderBy('created_at')
      .limit(limit),
    at,
  );
  return expired.length;
}

function unattached(knex: Knex) {
  return knex<FileRow>(TABLE).whereNull('ticket_id');
}

/** Turns files into orphans, in one transaction. */
async function abandon(
  knex: Knex,
  files: Knex.QueryBuilder<FileRow, FileRow[]>,
  at: Date,
): Promise<BlobLocation[]> {
  const abandoned = (await files.forUpdate()).map(fromRow);
  await knex<FileRow>(TABLE)
    .whereIn(
      'id',
      abandoned.map(({ id }) => id),
    )
    .delete();
  await insertOrphanedBlobs(knex, abandoned, at);
  return abandoned;
}

function fromRow(row: FileRow): StoredFile {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    messageId: row.message_seq === null ? null : String(row.message_seq),
    name: row.name,
    mediaType: row.media_type,
    charset: row.charset,
    size: Number(row.size),
    sha256: row.sha256,
    storage: row.storage,
    storageKey: row.storage_key,
    uploadedBy: row.uploaded_by,
    createdAt: toDate(row.created_at),
  };
}
