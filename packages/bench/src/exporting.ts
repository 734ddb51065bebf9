import { type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './Connection';
import type { People, Person } from './people';
import type { Portal } from './portal';
import { megabytes } from './report';
import { api } from './stage';
import { during, say, Trouble } from './tools';

const FORMATS = ['ndjson', 'csv', 'json'];

const LINE_END = '\n'.charCodeAt(0);

/** How often lists are read and the backend's memory is asked for. */
const EVERY_MS = 1_000;

/**
 * Longer than the desk waits for a client that takes nothing: for at most twice
 * its minute, since Node.js looks whether anything was taken since the last one.
 */
const PATIENCE_MS = 150_000;

/**
 * Exports all tickets in each format. Beside it lists are read, and a person
 * has begun an export and takes nothing of it.
 */
export async function exportAll(
  { admin }: Pick<People, 'admin'>,
  { url, order }: Pick<Portal, 'url' | 'order'>,
) {
  const { rss } = await order('memory');
  say(`Before the exports the backend takes ${megabytes(rss)} MB.`);
  const idle = await begin(url, admin, 'ndjson');
  const patience = sleep(PATIENCE_MS);
  const exports: object[] = [];
  for (const format of FORMATS) {
    const taken = take(await begin(url, admin, format));
    const beside = watch(taken, { url, order, admin });
    const { lines, bytes, seconds } = await taken;
    const { mostRssMb, slowestListMs } = await beside;
    const sizeMb = megabytes(bytes);
    say(
      `${format}: ${lines} lines, ${sizeMb} MB in ${seconds.toFixed(0)} s. The backend took at most ${mostRssMb.join(' MB, in the second half ')} MB, and a list at most ${slowestListMs} ms.`,
    );
    exports.push({ format, lines, seconds, sizeMb, mostRssMb, slowestListMs });
  }
  await during('Waiting for the one who takes nothing', () => patience);
  const left = await remainder(idle);
  say(
    `It was ${left.whole ? 'not cut off' : 'cut off'}; ${megabytes(left.bytes)} MB had been on the way.`,
  );
  return {
    beforeRssMb: megabytes(rss),
    exports,
    idle: { cutOff: !left.whole, sizeMb: megabytes(left.bytes) },
  };
}

/** Begins an export, of which nothing is read yet. */
function begin(
  url: string,
  { token }: Person,
  format: string,
): Promise<IncomingMessage> {
  const address = new URL(`${api}/export?format=${format}`, url);
  const headers = { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    request(address, { headers }, response => {
      const { statusCode } = response;
      if (statusCode === 200) resolve(response);
      else reject(new Trouble(`An export was answered with ${statusCode}.`));
    })
      .on('error', reject)
      .end();
  });
}

async function take(response: IncomingMessage) {
  const started = performance.now();
  let lines = 0;
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    lines += linesIn(chunk);
  }
  return { lines, bytes, seconds: (performance.now() - started) / 1000 };
}

function linesIn(chunk: Buffer): number {
  let lines = 0;
  let at = chunk.indexOf(LINE_END);
  while (at >= 0) {
    lines += 1;
    at = chunk.indexOf(LINE_END, at + 1);
  }
  return lines;
}

/** What is left of an answer that nobody has read, and whether it is whole. */
async function remainder(response: IncomingMessage) {
  let bytes = 0;
  try {
    for await (const chunk of response) bytes += chunk.length;
  } catch {
    return { bytes, whole: false };
  }
  return { bytes, whole: true };
}

/** Reads lists, and sees how much memory the backend takes, until work is done. */
async function watch(
  work: Promise<unknown>,
  { url, order, admin }: Pick<Portal, 'url' | 'order'> & Pick<People, 'admin'>,
) {
  const connection = new Connection(url);
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  const memory: number[] = [];
  let slowestMs = 0;
  while (!done) {
    const before = performance.now();
    await connection.send({ path: `${api}/tickets`, token: admin.token });
    slowestMs = Math.max(slowestMs, performance.now() - before);
    memory.push((await order('memory')).rss);
    await Promise.race([ended, sleep(EVERY_MS)]);
  }
  connection.close();
  const half = Math.ceil(memory.length / 2);
  const most = (part: readonly number[]) => megabytes(Math.max(0, ...part));
  return {
    mostRssMb: [most(memory.slice(0, half)), most(memory.slice(half))],
    slowestListMs: Math.round(slowestMs),
  };
}
