import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ConflictError } from '@backstage/errors';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import type { AttachmentRules } from '../../config/DeskConfig';
import {
  FileInspection,
  type InspectedContent,
} from '../../files/FileInspection';
import { cleanFileName, nameForType } from '../../files/fileName';
import { isTextual } from '../../files/fileTypes';
import { allowedType } from '../../files/mediaType';
import type { BlobLocation, StoredFile } from '../../store/files/StoredFile';
import type { DeskStore } from '../../store/DeskStore';
import type { Caller } from '../Caller';
import { MAX_UPLOAD_TIME, removeBlobs } from '../scheduled/cleanUpFiles';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { FileTooLargeError, FileTypeNotAllowedError } from './fileErrors';
import { presentAttachment } from './files';
import { storageError } from './storageError';
import { refusal } from '../refusal';
import { readableSize } from './readableSize';

/** A file that a client sends. */
export interface FileUpload {
  readonly name: string;
  /** In bytes, where the sender says so beforehand. */
  readonly size?: number;
  /** Read until it ends or is refused; it is never destroyed. */
  readonly content: Readable;
}

/** Most unattached uploads of one person. */
export const MAX_UNATTACHED_UPLOADS = 100;

/**
 * Stores a file as an unattached upload of the caller. The database knows at
 * any moment what is in the storage, so that nothing is left behind when an
 * upload fails halfway.
 *
 * @throws FileTooLargeError, FileTypeNotAllowedError; InvalidRequestError for
 *   an empty file; ConflictError when the caller has too many unattached
 *   uploads; ServiceUnavailableError when the storage does not accept it
 */
export async function uploadFile(
  context: DeskContext,
  caller: Caller,
  sent: FileUpload,
): Promise<Attachment> {
  const { attachments: rules } = context.config;
  const upload = { ...sent, name: cleanFileName(sent.name) };
  requireFileSize(rules, upload.size ?? 0);
  const location = await reserve(context, caller, upload.size ?? 0);
  try {
    const content = await write(context, location, upload);
    const file = describe(rules, upload, content);
    return presentAttachment(
      await keep(context, caller, { ...file, ...location }),
    );
  } catch (error) {
    await giveUp(context, location);
    throw error;
  }
}

/** What cannot be removed now, the next clean-up removes. */
async function giveUp(
  context: DeskContext,
  location: BlobLocation,
): Promise<void> {
  try {
    await context.store.blobs.release(location);
    await removeBlobs(context, [location]);
  } catch {
    // the error that ended the upload is the one to report
  }
}

async function reserve(
  { config, store, files, clock }: DeskContext,
  caller: Caller,
  size: number,
): Promise<BlobLocation> {
  const location = {
    storage: files.current,
    storageKey: randomBytes(32).toString('hex'),
  };
  await store.transaction(async tx => {
    const { count } = await requireRoom(tx, config.attachments, caller, size);
    if (count >= MAX_UNATTACHED_UPLOADS) {
      throw refusal(
        'too-many-uploads',
        `You have ${count} unattached uploads. Attach or discard some first.`,
      );
    }
    await tx.blobs.reserve(location, caller.ref, clock());
  });
  return location;
}

/**
 * Unattached uploads of a person can be as large as the files of one ticket.
 */
async function requireRoom(
  store: DeskStore,
  { maxTicketSize }: AttachmentRules,
  caller: Caller,
  size: number,
) {
  await store.files.lockUploads(caller.ref);
  const unattached = await store.files.unattachedUploads(caller.ref);
  if (unattached.bytes + size > maxTicketSize) {
    throw new FileTooLargeError(
      `Your unattached uploads have ${readableSize(unattached.bytes)} in total, and the limit is ${readableSize(maxTicketSize)}. Attach or discard some first.`,
    );
  }
  return unattached;
}

/** Writes the content into the storage while it is inspected. */
async function write(
  context: DeskContext,
  location: BlobLocation,
  upload: FileUpload,
): Promise<InspectedContent> {
  const inspection = new FileInspection();
  const passing = inspected(context, upload.content, inspection);
  try {
    await context.files
      .get(location.storage)
      .write(
        location.storageKey,
        Readable.from(passing, { objectMode: false }),
      );
  } catch (error) {
    throw isOfContent(error, upload.content)
      ? error
      : storageError(context, location.storage, 'keep', error);
  }
  return inspection.end(upload.name);
}

/** Storages fail with the error of their content, or with one of their own. */
function isOfContent(error: unknown, content: Readable): boolean {
  return (
    error instanceof FileTooLargeError ||
    error instanceof ConflictError ||
    content.errored !== null
  );
}

/** A refused stream is not destroyed, so that the response can be sent. */
async function* inspected(
  { config, clock }: DeskContext,
  content: Readable,
  inspection: FileInspection,
): AsyncGenerator<Buffer> {
  const deadline = clock().getTime() + MAX_UPLOAD_TIME;
  for await (const chunk of content.iterator({ destroyOnReturn: false })) {
    inspection.add(chunk);
    requireFileSize(config.attachments, inspection.size);
    if (clock().getTime() > deadline) {
      throw tookTooLong();
    }
    yield chunk;
  }
}

function requireFileSize({ maxFileSize }: AttachmentRules, size: number): void {
  if (size > maxFileSize) {
    throw new FileTooLargeError(
      `Files can be at most ${readableSize(maxFileSize)}.`,
    );
  }
}

function describe(
  rules: AttachmentRules,
  upload: FileUpload,
  { size, sha256, mediaTypes, charset }: InspectedContent,
) {
  if (size === 0) {
    throw new InvalidRequestError([
      issueAt('body', 'the file is empty', 'empty-file'),
    ]);
  }
  const mediaType = allowedType(mediaTypes, rules.allowedTypes);
  if (mediaType === undefined) {
    throw new FileTypeNotAllowedError(
      mediaTypes[0],
      allowedType(['application/zip'], rules.allowedTypes) !== undefined,
    );
  }
  const name = nameForType(upload.name, mediaType);
  return {
    name,
    mediaType,
    charset: isTextual(mediaType) ? (charset ?? null) : null,
    size,
    sha256,
  };
}

async function keep(
  { config, store, clock }: DeskContext,
  caller: Caller,
  content: Pick<
    StoredFile,
    'name' | 'mediaType' | 'charset' | 'size' | 'sha256'
  > &
    BlobLocation,
): Promise<StoredFile> {
  const file: StoredFile = {
    ...content,
    id: randomUUID(),
    ticketId: null,
    messageId: null,
    uploadedBy: caller.ref,
    createdAt: clock(),
  };
  await store.transaction(async tx => {
    await requireRoom(tx, config.attachments, caller, file.size);
    if (!(await tx.files.insert(file))) {
      throw tookTooLong();
    }
  });
  return file;
}

function tookTooLong(): Error {
  return refusal(
    'upload-too-slow',
    'The upload took too long. Upload the file again.',
  );
}
