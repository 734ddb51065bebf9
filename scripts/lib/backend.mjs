import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end } from './children.mjs';
import { stopAtEnd } from './ending.mjs';
import { logFile, root } from './paths.mjs';
import { plain, tail } from './run.mjs';
import { Trouble } from './say.mjs';

const leash = join(dirname(fileURLToPath(import.meta.url)), 'leash.cjs');
const readiness = '/.backstage/health/v1/readiness';
const keptLines = 2000;

/**
 * Starts a portal's backend from its TypeScript sources. What it logs goes
 * into a file.
 *
 * @param {{ portal: string, configs: string[], env?: NodeJS.ProcessEnv, log: string, verbose?: boolean }} options
 *   `portal` is the portal's root folder; `log` names the log file; `verbose`
 *   also shows what is logged
 */
export function startBackend({ portal, configs, env, log, verbose }) {
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      `--require=${leash}`,
      `--require=${portal}/node_modules/@backstage/cli/config/nodeTransform.cjs`,
      'src/index.ts',
      ...configs.flatMap(file => ['--config', file]),
    ],
    {
      cwd: join(portal, 'packages/backend'),
      // A process group of its own: Ctrl-C reaches this script alone, which
      // then ends first the backend and after it the database.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // The sources run as they do for those who develop. "production" never
      // comes to a demo portal: its start refuses it.
      env: { ...process.env, NODE_ENV: 'development', ...env },
    },
  );
  stopAtEnd(() => end(child));
  const file = logFile(log);
  return { child, file, lines: keepLog(child, file, verbose) };
}

function keepLog(child, name, verbose) {
  mkdirSync(dirname(name), { recursive: true });
  const file = createWriteStream(name);
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(plain(line));
      if (lines.length > keptLines) lines.shift();
      file.write(`${line}\n`);
      if (verbose) process.stdout.write(`${line}\n`);
    });
  }
  return lines;
}

/**
 * Waits until a started backend answers, and has done an import if asked to:
 * as long as it goes on logging, however slow the machine is.
 *
 * @param {ReturnType<typeof startBackend>} backend
 * @param {{ url: string, imported?: string, progress?: (text: string) => void }} expected
 *   `imported` is the id of an import
 */
export async function untilReady(backend, { url, imported, progress }) {
  await until(backend, () => answers(`${url}${readiness}`));
  if (imported === undefined) return;
  const about = `The import ${imported} `;
  await until(backend, async () => {
    const said = backend.lines.findLast(line => line.includes(about));
    const state = said?.slice(said.indexOf(about) + about.length) ?? '';
    if (state.startsWith('failed')) {
      throw new Trouble(
        `The portal started, but its ${imported} could not be brought in: ${reasonIn(state)}; ${seeLog(backend)}.`,
        { details: lastWords(backend) },
      );
    }
    progress?.(/\d+ acts/.exec(state)?.[0] ?? '');
    return state.startsWith('is done');
  });
}

/** What the desk logs behind the error that ended an import. */
const reasonIn = state =>
  /^failed and left nothing behind;? ?(.*?)(?: (?:name|stack|type)=|$)/.exec(
    state,
  )?.[1] || 'no reason was logged';

/** Seconds without a word after which a backend is given up. */
const PATIENCE = 180;

async function until(backend, condition) {
  let lastLine;
  let deadline = 0;
  while (!(await condition())) {
    const line = backend.lines.findLast(text => !text.includes(readiness));
    if (line !== lastLine || !deadline) {
      lastLine = line;
      deadline = Date.now() + PATIENCE * 1000;
    }
    const { exitCode, signalCode } = backend.child;
    // a backend whose plugins refuse to start stays up, and never gets ready
    const isOver = exitCode !== null || signalCode !== null;
    if (isOver || startupFailures(backend.lines).length) {
      throw await deathOf(backend);
    }
    if (Date.now() > deadline) {
      throw new Trouble(
        `The portal is not ready and has logged nothing for ${PATIENCE} s; ${seeLog(backend)}.`,
        { details: lastWords(backend) },
      );
    }
    await sleep(500);
  }
}

const answers = probe =>
  fetch(probe, { signal: AbortSignal.timeout(5000) }).then(
    response => response.ok,
    () => false,
  );

const seeLog = ({ file }) => `what it logged is in ${relative(root, file)}`;

const lastWords = ({ lines }) =>
  tail(lines.filter(line => !line.includes(readiness)).join('\n'));

/** Says why a backend has ended unasked, or does not get ready. */
export async function deathOf(backend) {
  // its last words may still be on their way
  await sleep(100);
  const { exitCode, signalCode } = backend.child;
  const causes = startupFailures(backend.lines);
  if (causes.length) {
    return new Trouble(`The portal did not start: ${causes.join('\n')}`);
  }
  const how = signalCode ?? `exit code ${exitCode}`;
  return new Trouble(
    `The portal's backend ended (${how}); ${seeLog(backend)}.`,
    { details: lastWords(backend) },
  );
}

/** What the plugins that refused to start have said. */
function startupFailures(lines) {
  const refusal = /startup failed; caused by (?:\w*Error: )?(.*)$/;
  const next = /^\s+at |startup failed|^\d{4}-\d\d-\d\dT/;
  const said = lines.map(line => line.replace(/ type="unhandled.*$/, ''));
  const failures = said.flatMap((line, index) => {
    const first = line.match(refusal)?.[1];
    if (first === undefined) return [];
    const rest = said.slice(index + 1, index + 50);
    const length = rest.findIndex(text => next.test(text));
    return [[first, ...rest.slice(0, length < 0 ? 50 : length)].join('\n')];
  });
  return [...new Set(failures)];
}
