import type { Readable } from 'node:stream';
import { NotFoundError } from '@backstage/errors';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { readsMessage } from '../../domain/access/readableMessage';
import { rasterTypes } from '../../files/fileTypes';
import type { StoredFile } from '../../store/files/StoredFile';
import type { Caller } from '../Caller';
import { removeBlobs } from '../scheduled/cleanUpFiles';
import type { DeskContext } from '../context';
import { presentAttachment } from './files';
import { storageError } from './storageError';
import { readableTicket } from '../readableTicket';
import { refusal } from '../refusal';

/** A file with its content. */
export interface FileDownload {
  readonly attachment: Attachment;
  /** The type of the content, with the charset of a text where it is known. */
  readonly contentType: string;
  /** Whether browsers may show it in place, since it cannot run anything. */
  readonly harmless: boolean;
  /** To be read to its end, or destroyed. */
  readonly content: Readable;
}

/**
 * The content of a file, for people who may read its message; that of an
 * unattached upload for the person who uploaded it.
 *
 * @throws NotFoundError when there is no such file for the caller;
 *   ServiceUnavailableError when the storage does not deliver it
 */
export async function downloadFile(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<FileDownload> {
  const file = await context.store.files.find(id);
  if (!file || !(await readsFile(context, caller, file))) {
    throw noSuchFile(id);
  }
  return {
    attachment: presentAttachment(file),
    contentType: contentTypeOf(file),
    harmless: rasterTypes.has(file.mediaType),
    content: await read(context, file),
  };
}

/** JSON has no parameter for a charset: it is UTF-8. */
function contentTypeOf({ mediaType, charset }: StoredFile): string {
  return charset && mediaType !== 'application/json'
    ? `${mediaType}; charset=${charset}`
    : mediaType;
}

/** @throws ServiceUnavailableError when the storage does not deliver it */
async function read(
  context: DeskContext,
  { storage, storageKey }: StoredFile,
): Promise<Readable> {
  try {
    return await context.files.get(storage).read(storageKey);
  } catch (error) {
    throw storageError(context, storage, 'read', error);
  }
}

async function readsFile(
  context: DeskContext,
  caller: Caller,
  { messageId, uploadedBy }: StoredFile,
): Promise<boolean> {
  if (messageId === null) {
    return uploadedBy === caller.ref;
  }
  const message = await context.store.messages.find(messageId);
  if (!message) {
    return false;
  }
  const access = await accessToTicket(context, caller, message.ticketId);
  return (
    access !== undefined &&
    readsMessage({ ref: caller.ref, inside: access.inside }, message)
  );
}

/** Undefined when the caller may not read the ticket. */
async function accessToTicket(
  context: DeskContext,
  caller: Caller,
  ticketId: string,
) {
  try {
    return (await readableTicket(context, caller, ticketId)).access;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Discards an unattached upload of the caller.
 *
 * @throws NotFoundError when the caller has no such file
 */
export async function discardFile(
  context: DeskContext,
  caller: Caller,
  id: string,
): Promise<void> {
  const location = await context.store.transaction(store =>
    store.files.discard(id, caller.ref, context.clock()),
  );
  if (!location) {
    throw noSuchFile(id);
  }
  await removeBlobs(context, [location]);
}

function noSuchFile(id: string): Error {
  return refusal('file-not-found', `There is no file ${id}`);
}
