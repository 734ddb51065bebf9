import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../say.mjs';
import { Connection } from './Connection.mjs';
import { pick } from './chance.mjs';
import { megabytes } from './report.mjs';

const CONNECTIONS = 8;
const EVERY_MS = 30_000;

/**
 * Does everything at once for a while, and says each half minute how much
 * memory the backend takes.
 *
 * @param {import('./measure.mjs').Measure[]} measures
 */
export async function soak(measures, { url, order, soak: minutes }) {
  const started = Date.now();
  const end = started + minutes * 60_000;
  const memory = [];
  let calls = 0;
  const work = async () => {
    const connection = new Connection(url);
    while (Date.now() < end) {
      await pick(measures).call(call => connection.send(call));
      calls += 1;
    }
    connection.close();
  };
  const watch = async () => {
    while (Date.now() < end) {
      const { rss, heapUsed } = await order('memory');
      const seconds = Math.round((Date.now() - started) / 1000);
      memory.push({ seconds, calls, rssMb: megabytes(rss) });
      say(
        `${seconds} s: ${megabytes(rss)} MB, of which ${megabytes(heapUsed)} MB are used by objects; ${calls} calls`,
      );
      await sleep(Math.min(EVERY_MS, Math.max(0, end - Date.now())));
    }
  };
  await Promise.all([...Array.from({ length: CONNECTIONS }, work), watch()]);
  return memory;
}
