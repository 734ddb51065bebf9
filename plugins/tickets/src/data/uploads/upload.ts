import type { Attachment } from '@portaldesk/plugin-tickets-common';

/** A file on its way to the desk, or there and attached to nothing yet. */
export interface Upload {
  /** Of this upload in this browser. */
  readonly key: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly state: 'waiting' | 'sending' | 'uploaded' | 'failed';
  /** The part that is sent, from 0 to 1; undefined while it is not known. */
  readonly progress?: number;
  /** What the desk knows it as, once it is there. */
  readonly attachment?: UploadedFile;
  readonly failure?: UploadFailure;
  /** Its content, as long as this page is open. */
  readonly file?: File;
}

/** What is kept of an upload over a reload. */
export type UploadedFile = Pick<
  Attachment,
  'id' | 'name' | 'size' | 'mediaType' | 'createdAt'
>;

/** Why a file is not there. */
export interface UploadFailure {
  readonly reason:
    | 'too-large'
    | 'empty'
    | 'folder'
    | 'type'
    | 'too-many-in-message'
    | 'too-many-unsent'
    | 'no-room'
    | 'too-slow'
    | 'no-connection'
    | 'gone'
    | 'other';
  /** What the desk said, where nothing better is known. */
  readonly text?: string;
}

/** How long the desk keeps what is attached to nothing, in milliseconds. */
const KEPT_FOR = 24 * 60 * 60_000;

/** Takes uploads from the browser's storage, without those that the desk has discarded. */
export function readUploadedFiles(
  stored: unknown,
  now: number,
): UploadedFile[] {
  return (Array.isArray(stored) ? stored : []).flatMap(item => {
    const { id, name, size, mediaType, createdAt } = Object(item);
    const texts = [id, name, mediaType, createdAt];
    return texts.every(text => typeof text === 'string') &&
      typeof size === 'number' &&
      Date.parse(createdAt) + KEPT_FOR > now
      ? [{ id, name, size, mediaType, createdAt }]
      : [];
  });
}

/** Whether the same file may be there at the next attempt. */
export function canRetry({ failure, file }: Upload): boolean {
  return (
    file !== undefined &&
    failure !== undefined &&
    !['too-large', 'empty', 'type'].includes(
      failure.reason,
    )
  );
}
