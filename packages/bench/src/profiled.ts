import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type HotSpots, hotSpots } from './hotSpots';
import type { Portal } from './portal';

/**
 * Does some work, and writes a CPU profile of the backend beside it where the
 * benchmark wants one.
 *
 * @param name - of the file, without its extension
 * @returns the result of the work, and where the backend spent its time
 */
export async function profiled<T>(
  name: string,
  { order, profile }: Pick<Portal, 'order'> & { profile?: string },
  work: () => Promise<T>,
): Promise<{ result: T; hot?: HotSpots }> {
  if (!profile) {
    return { result: await work() };
  }
  mkdirSync(profile, { recursive: true });
  await order('start-profile');
  const result = await work();
  const file = join(profile, `${name}.cpuprofile`);
  await order('write-profile', { file });
  return { result, hot: hotSpots(file) };
}
