import type { AttachmentStorage } from '../config/DeskConfig';
import type { ChunkStore } from '../store/files/ChunkStore';
import type { StorageType } from '../store/files/StoredFile';
import { DatabaseFileStorage } from './DatabaseFileStorage';
import { DirectoryFileStorage } from './DirectoryFileStorage';
import type { FileStorage, FileStorages } from './FileStorage';
import { S3FileStorage } from './S3FileStorage';

/**
 * The configured storage, and the database, where files of earlier times may
 * still be.
 */
export function createFileStorages(
  configured: AttachmentStorage,
  chunks: ChunkStore,
): FileStorages {
  const storages = new Map<StorageType, FileStorage>([
    ['database', new DatabaseFileStorage(chunks)],
    [configured.type, createStorage(configured, chunks)],
  ]);
  return {
    current: configured.type,
    get: type => {
      const storage = storages.get(type);
      if (!storage) {
        throw new Error(
          `A file lies in the storage ${type}, but tickets.attachments.storage configures ${configured.type}`,
        );
      }
      return storage;
    },
  };
}

function createStorage(
  configured: AttachmentStorage,
  chunks: ChunkStore,
): FileStorage {
  switch (configured.type) {
    case 'database':
      return new DatabaseFileStorage(chunks);
    case 'file-system':
      return new DirectoryFileStorage(configured.directory);
    case 's3':
      return new S3FileStorage(configured);
    default:
      return configured satisfies never;
  }
}
