import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dataFolder, inRoot, logFile, root } from './paths.mjs';
import { plain, tail } from './run.mjs';
import { Trouble } from './say.mjs';

const leash = join(dirname(fileURLToPath(import.meta.url)), 'leash.cjs');
const nodeTransform = inRoot(
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

/**
 * Starts the portal's backend from its TypeScript sources. What it logs goes
 * into a file.
 *
 * @param {{ port: number, postgres?: { host: string, port: number, user: string, password: string }, verbose?: boolean }} options
 *   `verbose` also shows what it logs
 */
export function startBackend(options) {
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      `--require=${leash}`,
      `--require=${nodeTransform}`,
      'src/index.ts',
      ...configs(options).flatMap(file => ['--config', file]),
    ],
    {
      cwd: inRoot('packages/backend'),
      // A process group of its own: Ctrl-C reaches this script alone, which
      // then ends first the backend and after it the database.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...environment(options) },
    },
  );
  return { child, log: keepLog(child, options.verbose) };
}

function configs({ postgres }) {
  return [
    'app-config.yaml',
    ...(postgres ? ['app-config.postgres.yaml'] : []),
    'app-config.local.yaml',
  ]
    .map(name => inRoot(name))
    .filter(file => existsSync(file));
}

function environment({ port, postgres }) {
  return {
    NODE_ENV: 'development',
    PORTALDESK_PORT: String(port),
    PORTALDESK_DATA: dataFolder(),
    ...(postgres && {
      PORTALDESK_PG_HOST: postgres.host,
      PORTALDESK_PG_PORT: String(postgres.port),
      PORTALDESK_PG_USER: postgres.user,
      PORTALDESK_PG_PASSWORD: postgres.password,
    }),
  };
}

function keepLog(child, verbose) {
  const name = logFile('backend');
  mkdirSync(dirname(name), { recursive: true });
  const file = createWriteStream(name);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(plain(line));
      file.write(`${line}\n`);
      if (verbose) process.stdout.write(`${line}\n`);
      if (lines.length > 2000) lines.shift();
    });
  }
  return lines;
}

/**
 * Waits until a started backend answers, and, if asked to, until it has laid
 * the demo tickets.
 *
 * @param {ReturnType<typeof startBackend>} backend
 * @param {{ url: string, demo: boolean }} expected
 */
export async function untilReady(backend, { url, demo }) {
  const probe = `${url}/.backstage/health/v1/readiness`;
  await until(backend, 180, () => answers(probe));
  if (demo) await until(backend, 120, () => demoIsReady(backend));
}

const demoIsReady = ({ log }) =>
  log.some(line => line.includes('Demo tickets are ready'));

async function until({ child, log }, seconds, condition) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw deathOf(child, log);
    }
    if (Date.now() > deadline) {
      throw new Trouble(
        `The portal did not get ready within ${seconds} s; ${seeLog()}.`,
        { details: tail(log.join('\n')) },
      );
    }
    await sleep(250);
  }
}

const answers = probe =>
  fetch(probe, { signal: AbortSignal.timeout(5000) }).then(
    response => response.ok,
    () => false,
  );

const seeLog = () =>
  `what it logged is in ${relative(root, logFile('backend'))}`;

/** Says why a backend has ended by itself. */
export function deathOf(child, log) {
  const how = child.signalCode ?? `exit code ${child.exitCode}`;
  const causes = startupFailures(log);
  return new Trouble(
    causes.length
      ? `The portal did not start:\n${causes.join('\n')}`
      : `The portal's backend ended (${how}); ${seeLog()}.`,
    { details: causes.length ? undefined : tail(log.join('\n')) },
  );
}

/** What the plugins that refused to start have said. */
function startupFailures(log) {
  const marker = /startup failed; caused by (?:\w*Error: )?(.*)$/;
  const failures = new Set();
  for (const [index, line] of log.entries()) {
    const first = line.match(marker)?.[1];
    if (first === undefined) continue;
    const rest = log.slice(index + 1);
    const end = rest.findIndex(next =>
      /^\s+at |startup failed|^\d{4}-/.test(next),
    );
    failures.add([first, ...rest.slice(0, end < 0 ? 20 : end)].join('\n'));
  }
  return [...failures];
}
