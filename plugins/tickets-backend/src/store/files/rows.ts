import { type DbInstant, toDate } from '../sql/instants';
import type { StorageType, StoredFile } from './StoredFile';

export interface FileRow {
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

export function fromRow(row: FileRow): StoredFile {
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
