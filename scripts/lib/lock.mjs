import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './children.mjs';
import { dataFolder } from './paths.mjs';
import { Trouble } from './say.mjs';

const file = () => join(dataFolder(), 'portal.json');

/**
 * Makes sure that this is the only portal on the data, and tells others where
 * it runs. Waits for one that is just ending.
 *
 * @returns {{ note: (facts: object) => void, release: () => void }}
 */
export async function holdData() {
  const other = read();
  if (other && isRunning(other.pid)) {
    throw new Trouble(
      `A portal with the same data is running already, at ${other.url}: end it first (process ${other.pid}), or set PORTALDESK_DATA to another folder.`,
    );
  }
  for (let tries = 0; tries < 60 && isRunning(other?.backend); tries += 1) {
    await sleep(250);
  }
  const note = facts => {
    mkdirSync(dataFolder(), { recursive: true });
    writeFileSync(file(), JSON.stringify({ pid: process.pid, ...facts }));
  };
  return { note, release: () => rmSync(file(), { force: true }) };
}

function read() {
  try {
    return JSON.parse(readFileSync(file(), 'utf8'));
  } catch {
    return undefined;
  }
}
