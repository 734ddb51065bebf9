import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end } from './children.mjs';
import { freePort } from './ports.mjs';
import { Trouble } from './say.mjs';

const keeper = join(
  dirname(fileURLToPath(import.meta.url)),
  'postgresKeeper.mjs',
);

/**
 * Starts a PostgreSQL server of our own, on a free port of the loopback
 * interface. A keeper process of its own stands between: it stops the server
 * in good order even when this process is killed.
 *
 * @param {{ folder: string, log: string, throwaway?: boolean, settings?: Record<string, string> }} options
 *   `folder` holds the data, and is made on the first start; `throwaway` trades
 *   safety of the data for speed; `settings` are those of postgresql.conf
 * @returns {Promise<{ host: string, port: number, user: string, password: string, stop: () => Promise<void> }>}
 */
export async function startPostgres({
  folder,
  log,
  throwaway = false,
  settings = {},
}) {
  const access = {
    host: '127.0.0.1',
    port: await freePort(),
    user: 'portaldesk',
    password: passwordFor(folder),
  };
  mkdirSync(dirname(log), { recursive: true });
  const child = fork(keeper, {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send({ ...access, folder, log, throwaway, settings });
  const trouble = await new Promise(resolve => {
    child.once('message', (/** @type {{ trouble?: string }} */ message) =>
      resolve(message.trouble),
    );
    child.once('exit', () => resolve('it ended at once'));
  });
  if (trouble) {
    throw new Trouble(`PostgreSQL could not be started: ${trouble}`);
  }
  return { ...access, stop: () => end(child, 'SIGTERM', 60_000) };
}

/** Other people of this machine can reach the loopback interface as well. */
function passwordFor(folder) {
  const file = `${folder}.password`;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
