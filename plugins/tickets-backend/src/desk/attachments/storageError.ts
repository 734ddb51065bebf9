import { ServiceUnavailableError } from '@backstage/errors';
import type { StorageType } from '../../store/files/StoredFile';
import type { DeskContext } from '../context';

/**
 * The error for a caller when the storage of files fails; the reason is only
 * logged.
 *
 * @param work - what it should do
 */
export function storageError(
  { throttledLogger }: Pick<DeskContext, 'throttledLogger'>,
  storage: StorageType,
  work: 'keep' | 'read',
  cause: unknown,
): ServiceUnavailableError {
  throttledLogger.warn(
    `storage ${work}`,
    `The storage ${storage} could not ${work} a file`,
    cause,
  );
  return new ServiceUnavailableError(
    work === 'keep'
      ? 'Files cannot be stored at the moment. Try again later.'
      : 'The file cannot be read at the moment. Try again later.',
  );
}
