import type { Attachment } from '@portaldesk/plugin-tickets-common';
import type { Person } from '../../domain/access/access';
import type { BlobLocation, StoredFile } from '../../store/files/StoredFile';
import type { DeskStore } from '../../store/DeskStore';
import type { DeskContext } from '../context';
import { InvalidRequestError, issueAt } from '../errors';
import { readableSize } from './readableSize';

/** The file as people see it, without where it is stored. */
export function presentAttachment(file: StoredFile): Attachment {
  return {
    id: file.id,
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    uploadedBy: file.uploadedBy,
    createdAt: file.createdAt.toISOString(),
  };
}

/**
 * Attaches files that the caller uploaded to a message, in the transaction that
 * writes the message and locks its ticket.
 *
 * @param store - of that transaction
 * @returns the files in the order in which they are shown
 * @throws InvalidRequestError for ids of anything but unattached uploads of the
 *   caller, for too many files, and for too many bytes
 */
export async function attachFiles(
  { config, store }: Pick<DeskContext, 'config' | 'store'>,
  caller: Person,
  ids: readonly string[],
  location: { readonly ticketId: string; readonly messageId: string },
): Promise<readonly StoredFile[]> {
  if (ids.length === 0) {
    return [];
  }
  const { maxFilesPerMessage, maxTicketSize } = config.attachments;
  if (ids.length > maxFilesPerMessage) {
    throw new InvalidRequestError([
      issueAt(
        'attachments',
        `a message can have at most ${maxFilesPerMessage} files`,
        'too-many',
        { maximum: maxFilesPerMessage },
      ),
    ]);
  }
  const files = await ownUnattachedFiles(store, caller, ids);
  const bytes = await store.files.bytesOfTicket(location.ticketId);
  if (bytes + sizeOf(files) > maxTicketSize) {
    throw new InvalidRequestError([
      issueAt(
        'attachments',
        `the files of a ticket can be at most ${readableSize(maxTicketSize)} in total`,
        'files-too-large',
        { maximum: maxTicketSize },
      ),
    ]);
  }
  await store.files.attach(ids, location.ticketId, location.messageId);
  const attached = await store.files.ofMessages([location.messageId]);
  return attached.get(location.messageId) ?? [];
}

/** The answer is the same for files of others and for files that do not exist. */
async function ownUnattachedFiles(
  store: DeskStore,
  caller: Person,
  ids: readonly string[],
): Promise<StoredFile[]> {
  const files = await store.files.lockUnattached(ids, caller.ref);
  const found = new Set(files.map(({ id }) => id));
  const issues = ids.flatMap((id, index) =>
    found.has(id)
      ? []
      : [
          issueAt(
            `attachments[${index}]`,
            'you have no unattached upload with this id',
            'upload-not-found',
          ),
        ],
  );
  if (issues.length > 0) {
    throw new InvalidRequestError(issues);
  }
  return files;
}

/**
 * Forgets the files of a ticket that is about to be deleted, in the same
 * transaction.
 *
 * @returns what `removeContents` removes afterwards, and a clean-up if that
 *   does not come to it
 */
export async function removeFilesOfTicket(
  { store, clock }: Pick<DeskContext, 'store' | 'clock'>,
  ticketId: string,
): Promise<BlobLocation[]> {
  return store.files.orphanFilesOfTicket(ticketId, clock());
}

function sizeOf(files: readonly StoredFile[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}
