import { forgetExpiredKeys } from '../IdempotentRequest';
import { forgetReporters } from '../anonymous/forgetReporters';
import { cleanUpFiles } from './cleanUpFiles';
import type { DeskContext } from '../context';

/**
 * Removes data that is no longer needed. It can stop at any time, and the next
 * run continues.
 *
 * @param signal - stops it early
 */
export async function cleanUp(
  context: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  await cleanUpFiles(context, signal);
  await forgetExpiredKeys(context);
  await forgetReporters(context);
}
