import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { untilReady } from '../backend.mjs';
import { end } from '../children.mjs';
import { stopAtEnd } from '../ending.mjs';
import { inRoot, logFile } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { plain } from '../run.mjs';
import { during, Trouble } from '../say.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Starts a built backend as an operator would, in one process, and with users
 * who have to prove who they are.
 *
 * @param {{ folder: string, built: string, database: import('./database.mjs').Database, organisation: import('./data.mjs').Organisation }} options
 * @returns {Promise<{ url: string, secret: string, order: (name: string, details?: object) => Promise<any> }>}
 *   `secret` is what signs people in; `order` asks the backend for what only
 *   the bench wants to know
 */
export async function startBenchPortal(options) {
  const { folder, built } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(18).toString('base64url');
  const config = join(folder, 'app-config.json');
  writeFileSync(config, JSON.stringify(appConfig({ ...options, url, port })), {
    mode: 0o600,
  });
  const file = logFile('bench-backend');
  mkdirSync(dirname(file), { recursive: true });
  const log = openSync(file, 'w');
  const child = spawn(
    process.execPath,
    [
      `--require=${join(here, '..', 'leash.cjs')}`,
      join(here, 'backend/index.mjs'),
      '--config',
      config,
    ],
    {
      cwd: inRoot('packages/backend'),
      detached: true,
      // straight into the file: nothing here has to read along
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORTALDESK_BENCH_BUILT: built,
        PORTALDESK_BENCH_SECRET: secret,
      },
    },
  );
  stopAtEnd(() => end(child));
  const backend = {
    child,
    file,
    get lines() {
      return plain(readFileSync(file, 'utf8')).split('\n');
    },
  };
  await during('Starting the backend', () => untilReady(backend, { url }));
  return { url, secret, order: orders(child) };
}

/** Sends orders over the channel between the processes. */
function orders(child) {
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, result, trouble }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (trouble) reject(new Trouble(`The backend could not: ${trouble}`));
    else resolve(result);
  });
  child.once('exit', () => {
    const gone = new Trouble('The backend has ended.');
    waiting.forEach(({ reject }) => reject(gone));
  });
  return (name, details = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, name, details });
    });
}

function appConfig({ folder, database, organisation, url, port }) {
  return {
    app: { title: 'Bench', baseUrl: url },
    organization: { name: 'Bench' },
    backend: {
      baseUrl: url,
      listen: `127.0.0.1:${port}`,
      database: database.backend,
      // a connection may rest while the others have their turn
      server: { keepAliveTimeout: { minutes: 10 } },
    },
    auth: { environment: 'production', providers: { bench: {} } },
    permission: { enabled: true },
    catalog: {
      processingInterval: { minutes: 30 },
      locations: [
        {
          type: 'file',
          target: join(folder, 'catalog.yaml'),
          rules: [{ allow: ['User', 'Group', 'Component', 'System'] }],
        },
      ],
    },
    tickets: organisation.tickets,
  };
}
