import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './children.mjs';
import { dataFolder } from './paths.mjs';
import { isPortFree } from './ports.mjs';
import { codeOf, Trouble } from './say.mjs';

/**
 * Tells this script, when it is run once more under another Node, that the
 * process that did so holds the data for both.
 */
const handover = 'PORTALDESK_LOCK';

const file = () => join(dataFolder(), 'portal.json');

/**
 * Makes sure that this is the only portal on the data, and tells others where
 * it runs. Waits for one that is just ending.
 *
 * A process id would not tell whether the other one still runs: ids are used
 * again. Who holds the data opens a door on the loopback interface instead,
 * and answers there with the nonce that is noted in the file.
 *
 * @param {string} url where the portal is going to listen
 * @returns {Promise<{ note: (facts: object) => void, release: () => void }>}
 */
export async function holdData(url) {
  makeFolder();
  const held = read();
  if (held && held.nonce === process.env[handover]) {
    return { note: facts => write({ ...held, ...facts }), release() {} };
  }
  const nonce = randomUUID();
  const door = await openDoor(nonce);
  const mine = { nonce, pid: process.pid, door: door.address().port, url };
  await take(mine);
  process.env[handover] = nonce;
  return {
    note: facts => write({ ...mine, ...facts }),
    release() {
      door.close();
      if (read()?.nonce === nonce) rmSync(file(), { force: true });
    },
  };
}

async function take(mine) {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      write(mine, 'wx');
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw unusable(error);
    }
    await clearAway();
  }
  throw new Trouble(
    `Other portals keep starting with the data in ${dataFolder()}: start one of them alone.`,
  );
}

/** Removes what a portal has left behind that did not end in good order. */
async function clearAway() {
  // one that cannot be read is perhaps just being written
  const other = read() ?? (await sleep(250).then(() => read()));
  if (other && (await answersAtDoor(other))) {
    throw new Trouble(
      `A portal with the same data is running already, at ${other.url}: end it first (process ${other.pid}), or set PORTALDESK_DATA to another folder.`,
    );
  }
  if (other) await untilGone(other);
  // Another start may have replaced it since: look again at what was moved.
  const aside = `${file()}.${randomUUID()}`;
  try {
    renameSync(file(), aside);
  } catch {
    return;
  }
  if (read(aside)?.nonce === other?.nonce) {
    rmSync(aside, { recursive: true });
  } else {
    renameSync(aside, file());
  }
}

/** A backend outlives for a moment the start script that was killed. */
async function untilGone({ backend, url }) {
  const lives = async () =>
    isRunning(backend) && !(await isPortFree(Number(new URL(url).port)));
  for (let tries = 0; tries < 60 && (await lives()); tries += 1) {
    await sleep(250);
  }
}

function openDoor(nonce) {
  const door = createServer(socket => {
    socket.on('error', () => {});
    socket.end(nonce);
  });
  door.unref();
  return new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(0, '127.0.0.1', () => resolve(door));
  });
}

function answersAtDoor({ door, nonce }) {
  if (!Number.isInteger(door) || !nonce) return false;
  return new Promise(resolve => {
    let said = '';
    const socket = connect(door, '127.0.0.1');
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', data => {
      said += data;
      if (said.length >= nonce.length) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said === nonce));
  });
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

const write = (facts, flag = 'w') =>
  writeFileSync(file(), JSON.stringify(facts), { flag, mode: 0o600 });

function read(name = file()) {
  try {
    return JSON.parse(readFileSync(name, 'utf8'));
  } catch {
    return undefined;
  }
}
