import type { FilePlace } from '../../store/TicketStore';
import type { DeskContext } from '../context';

const MINUTE = 60_000;

/** How long a file can wait to be attached, in milliseconds. */
export const LOOSE_FOR = 24 * 60 * MINUTE;

/** How long an upload can take, in milliseconds. */
export const UPLOAD_FOR = 60 * MINUTE;

/** How many rows are worked on at once. */
const BATCH = 100;

/**
 * Forgets loose files that nobody attached, and removes every content that
 * belongs to no file: of deleted tickets, discarded files and uploads that ended
 * half-way. It can end at any time and run at several places at once.
 *
 * @param signal - ends it early
 */
export async function cleanUpFiles(
  context: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  await expireLooseFiles(context, signal);
  await removeLeftovers(context, signal);
}

async function expireLooseFiles(
  { store, clock }: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  const now = clock();
  const before = new Date(now.getTime() - LOOSE_FOR);
  let expired = BATCH;
  while (expired === BATCH && !signal?.aborted) {
    expired = await store.transaction(tx =>
      tx.files.expire(before, BATCH, now),
    );
  }
}

/** Those of uploads that are going on stay. */
async function removeLeftovers(
  context: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  const begunBefore = new Date(context.clock().getTime() - UPLOAD_FOR);
  let after: string | undefined;
  do {
    const places: FilePlace[] = await context.store.files.leftovers({
      begunBefore,
      after,
      limit: BATCH,
    });
    await removeContents(context, places);
    after = places.at(-1)?.storageKey;
  } while (after !== undefined && !signal?.aborted);
}

/** Removes contents that belong to no file, as far as that is possible now. */
export async function removeContents(
  context: DeskContext,
  places: readonly FilePlace[],
): Promise<void> {
  for (const place of places) {
    await removeContent(context, place);
  }
}

/**
 * Removes a content that belongs to no file. Its row goes last, so that nothing
 * is forgotten that is not removed; what cannot be removed is tried again the
 * next time.
 */
async function removeContent(
  { store, files, troubles }: DeskContext,
  place: FilePlace,
): Promise<void> {
  try {
    await files.get(place.storage).delete(place.storageKey);
    await store.files.forget(place);
  } catch (error) {
    troubles.warn(
      'storage remove',
      `A file that belongs to nothing could not be removed from the storage ${place.storage}; it will be tried again`,
      error,
    );
  }
}
