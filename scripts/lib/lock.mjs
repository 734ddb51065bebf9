import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './children.mjs';
import { dataFolder } from './paths.mjs';
import { isPortFree } from './ports.mjs';
import { codeOf, during, Trouble } from './say.mjs';

/** After how long without a sign of life the data counts as given up. */
const STALE_MS = 10_000;

/**
 * Where the portal on the data runs.
 *
 * @typedef {{ pid: number, url: string, backend?: number }} Facts `backend` is
 *   the process of its backend
 */

const file = () => join(dataFolder(), 'portal.json');

/**
 * Makes sure that this is the only portal on the data, and tells others where
 * it runs. Waits for one that was killed. The dependencies have to be there.
 *
 * @param {string} url where the portal is going to listen
 * @returns {Promise<{ note: (facts: { backend?: number }) => void, release: () => Promise<void> }>}
 */
export async function holdData(url) {
  makeFolder();
  const before = read();
  // one that ended in good order leaves no facts, one that was killed a lock
  const wasKilled = before && !isRunning(before.pid);
  const unlock = wasKilled
    ? await during('Waiting until the portal that was killed is given up', () =>
        lockData(STALE_MS * 2),
      )
    : await lockData(0);
  if (before) await untilGone(before);
  /** @type {Facts} */
  const mine = { pid: process.pid, url };
  write(mine);
  return {
    note: facts => write({ ...mine, ...facts }),
    async release() {
      rmSync(file(), { force: true });
      await unlock();
    },
  };
}

/** @param {number} patience milliseconds */
async function lockData(patience) {
  const { default: lockfile } = await import('proper-lockfile');
  try {
    return await lockfile.lock(dataFolder(), {
      lockfilePath: join(dataFolder(), 'portal.lock'),
      stale: STALE_MS,
      retries: { retries: patience / 500, factor: 1, minTimeout: 500 },
      // this process stood still for so long that another one took the data
      onCompromised: () => process.kill(process.pid, 'SIGTERM'),
    });
  } catch (error) {
    if (codeOf(error) !== 'ELOCKED') throw unusable(error);
    const { url, pid } = read() ?? {};
    const where = url ? `, at ${url}` : '';
    const which = pid ? ` (process ${pid})` : '';
    throw new Trouble(
      `A portal with the same data is running already${where}: end it first${which}, or set PORTALDESK_DATA to another folder.`,
    );
  }
}

/**
 * A backend outlives for a moment the start script that was killed.
 *
 * @param {Facts} facts
 */
async function untilGone({ backend, url }) {
  const lives = async () =>
    backend !== undefined &&
    isRunning(backend) &&
    !(await isPortFree(Number(new URL(url).port)));
  for (let tries = 0; tries < 60 && (await lives()); tries += 1) {
    await sleep(250);
  }
}

function makeFolder() {
  try {
    mkdirSync(dataFolder(), { recursive: true });
  } catch (error) {
    throw unusable(error);
  }
}

/** @param {unknown} error */
function unusable(error) {
  const isNoFolder = ['EEXIST', 'ENOTDIR'].includes(String(codeOf(error)));
  const message = error instanceof Error ? error.message : String(error);
  const reason = isNoFolder ? 'it is no folder' : message;
  return new Trouble(
    `The data cannot be kept in ${dataFolder()} (${reason}): set PORTALDESK_DATA to a folder of your own.`,
  );
}

/** @param {Facts} facts */
const write = facts =>
  writeFileSync(file(), JSON.stringify(facts), { mode: 0o600 });

/** @returns {Facts | undefined} */
function read() {
  try {
    return JSON.parse(readFileSync(file(), 'utf8'));
  } catch {
    return undefined;
  }
}
