import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hotSpots } from './hotSpots.mjs';

/**
 * Does some work, and writes a CPU profile of the backend meanwhile where the
 * bench wants one.
 *
 * @param {string} name of the file, without its extension
 * @returns the result of the work, and where the backend spent its time
 */
export async function profiled(name, { order, profile }, work) {
  if (!profile) return { result: await work() };
  mkdirSync(profile, { recursive: true });
  await order('start-profile');
  const result = await work();
  const file = join(profile, `${name}.cpuprofile`);
  await order('write-profile', { file });
  return { result, hot: hotSpots(file) };
}
