import type { BlobLocation } from '../../store/files/StoredFile';
import type { DeskContext } from '../context';

const MINUTE = 60_000;

/** How long a file can wait to be attached, in milliseconds. */
export const UNATTACHED_LIFETIME = 24 * 60 * MINUTE;

/** How long an upload can take, in milliseconds. */
export const MAX_UPLOAD_TIME = 60 * MINUTE;

/** How many rows are worked on at once. */
const BATCH = 100;

/**
 * Expires unattached uploads and removes orphaned blobs: content of deleted
 * tickets, discarded files and uploads that failed halfway. It can stop at any
 * time and run on several replicas at once.
 *
 * @param signal - stops it early
 */
export async function cleanUpFiles(
  context: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  await expireUnattachedUploads(context, signal);
  await removeOrphanedBlobs(context, signal);
}

async function expireUnattachedUploads(
  { store, clock }: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  const now = clock();
  const before = new Date(now.getTime() - UNATTACHED_LIFETIME);
  let expired = BATCH;
  while (expired === BATCH && !signal?.aborted) {
    expired = await store.transaction(tx =>
      tx.files.expire(before, BATCH, now),
    );
  }
}

/** Those of uploads that are going on stay. */
async function removeOrphanedBlobs(
  context: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  const begunBefore = new Date(context.clock().getTime() - MAX_UPLOAD_TIME);
  let after: string | undefined;
  do {
    const locations: BlobLocation[] = await context.store.blobs.orphaned({
      begunBefore,
      after,
      limit: BATCH,
    });
    await removeBlobs(context, locations);
    after = locations.at(-1)?.storageKey;
  } while (after !== undefined && !signal?.aborted);
}

/** Removes contents that belong to no file, as far as that is possible now. */
export async function removeBlobs(
  context: DeskContext,
  locations: readonly BlobLocation[],
): Promise<void> {
  for (const location of locations) {
    await removeBlob(context, location);
  }
}

/**
 * Removes a content that belongs to no file. Its row goes last, so that nothing
 * is forgotten that is not removed; what cannot be removed is tried again the
 * next time.
 */
async function removeBlob(
  { store, files, throttledLogger }: DeskContext,
  location: BlobLocation,
): Promise<void> {
  try {
    await files.get(location.storage).delete(location.storageKey);
    await store.blobs.forget(location);
  } catch (error) {
    throttledLogger.warn(
      'storage remove',
      `Could not remove an orphaned blob from the storage ${location.storage}; this will be tried again`,
      error,
    );
  }
}
