import type { AttachmentLimits } from '@portaldesk/plugin-tickets-common';
import { errorCodeOf, isTransient, messageOf } from '../errors';
import type { UploadFailure } from './upload';

/** What is known here of what the desk takes. */
export type UploadLimits = Pick<
  AttachmentLimits,
  'maxFileSize' | 'maxFilesPerMessage'
>;

/**
 * Why the desk would refuse a file; undefined where only it can know.
 *
 * @param counted - how many files there are already
 */
export function refusalOf(
  { size }: File,
  counted: number,
  { maxFileSize, maxFilesPerMessage }: UploadLimits,
): UploadFailure | undefined {
  if (size === 0) {
    return { reason: 'empty' };
  }
  if (size > maxFileSize) {
    return { reason: 'too-large' };
  }
  return counted >= maxFilesPerMessage
    ? { reason: 'too-many-in-message' }
    : undefined;
}

/**
 * Why an upload failed.
 *
 * @param size - of the file, in bytes
 * @param maxFileSize - that the desk takes
 */
export function uploadFailureOf(
  error: unknown,
  size: number,
  maxFileSize: number,
): UploadFailure {
  switch (errorCodeOf(error)) {
    case 'file-too-large':
      // the desk refuses for one reason what is too large, alone or with others
      return { reason: size > maxFileSize ? 'too-large' : 'no-room' };
    case 'body-too-large':
      return { reason: 'too-large' };
    case 'file-type-not-allowed':
      return { reason: 'type' };
    case 'too-many-uploads':
      return { reason: 'too-many-unsent' };
    case 'upload-too-slow':
      return { reason: 'too-slow' };
    default:
      return isTransient(error)
        ? { reason: 'no-connection' }
        : { reason: 'other', text: messageOf(error) };
  }
}
