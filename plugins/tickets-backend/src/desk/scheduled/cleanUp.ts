import { forgetExpiredKeys } from '../IdempotentRequest';
import { cleanUpFiles } from './cleanUpFiles';
import type { DeskContext } from '../context';

/**
 * Removes what is no longer needed. It can end at any time, and what it did not
 * come to, the next one does.
 *
 * @param signal - ends it early
 */
export async function cleanUp(
  context: DeskContext,
  signal?: AbortSignal,
): Promise<void> {
  await cleanUpFiles(context, signal);
  await forgetExpiredKeys(context);
}
