import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './Connection';
import type { Measure } from './measure';
import type { Portal } from './portal';
import { pick } from './random';
import { megabytes } from './report';
import { say } from './tools';

const CONNECTIONS = 8;
const EVERY_MS = 30_000;

/** How much memory the backend takes at one time. */
export interface MemorySample {
  readonly seconds: number;
  readonly calls: number;
  readonly rssMb: number;
}

/**
 * Does everything at once for a while, and says each half minute how much
 * memory the backend takes.
 */
export async function soak(
  measures: readonly Measure[],
  { url, order }: Portal,
  minutes: number,
): Promise<MemorySample[]> {
  const started = Date.now();
  const end = started + minutes * 60_000;
  const memory: MemorySample[] = [];
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
