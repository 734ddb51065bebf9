/**
 * Kills backends under writers: `npm run check:kills`. What was acknowledged has
 * to be there once, whenever that happens.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildPackages } from './lib/packaging/buildPackages.mjs';
import { runScript, stopAtEnd } from './lib/ending.mjs';
import { readOptions, wrongOption } from './lib/options.mjs';
import { Backend } from './lib/replicas/Backend.mjs';
import { Ledger } from './lib/replicas/Ledger.mjs';
import { startSharedDatabase } from './lib/replicas/sharedDatabase.mjs';
import { lostAndDoubled, notFound } from './lib/replicas/verify.mjs';
import { write } from './lib/replicas/writers.mjs';
import { complain, during, say, Trouble } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Kills backends while people write.

Usage: npm run check:kills -- [options]

  --kills N  how many are killed on each database (default: 20)
  --help     show this

On PostgreSQL one of two backends is killed at a time, on SQLite the only one,
each at a random moment, while people file, reply, write notes, set statuses and
search; then it starts again. After each start and at the end, nothing that was
acknowledged may be lost or there twice. What the backends print is kept in
data/logs.`;

const WRITERS = 6;

/** Milliseconds of work before a kill. */
const moment = () => 200 + Math.random() * 2_000;

const databases = { postgres: 'PostgreSQL', sqlite: 'SQLite' };

/** Those of a ledger at this moment, since the writers go on. */
function snapshot(ledger) {
  const copy = new Ledger();
  copy.tickets = new Map(ledger.tickets);
  copy.messages = new Map(ledger.messages);
  return copy;
}

async function killUnderWriters(kind, kills, { folder, installation }) {
  const { connection, knex, isShared } = await startSharedDatabase(
    kind,
    folder,
  );
  const start = () =>
    Backend.start(connection, { installation, log: `kills-${kind}` });
  const backends = [await start(), ...(isShared ? [await start()] : [])];
  const anyBackend = () =>
    backends[Math.floor(Math.random() * backends.length)];
  const ledger = new Ledger();
  const found = { lost: new Set(), doubled: new Set() };
  const look = async written => {
    const { lost, doubled } = await lostAndDoubled(knex, written);
    lost.forEach(name => found.lost.add(name));
    doubled.forEach(name => found.doubled.add(name));
  };
  let over = false;
  const writing = Promise.all(
    Array.from({ length: WRITERS }, () =>
      write(anyBackend, ledger, () => over),
    ),
  );
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(moment());
    const index = kill % backends.length;
    await backends[index].kill();
    backends[index] = await start();
    await look(snapshot(ledger));
  }
  await sleep(moment());
  over = true;
  await writing;
  await look(ledger);
  const missing = await notFound(anyBackend(), ledger);
  for (const backend of backends) await backend.kill();
  return {
    ledger,
    missing,
    lost: [...found.lost],
    doubled: [...found.doubled],
  };
}

function describe({ ledger, missing, lost, doubled }) {
  return [
    `${ledger.writes} writes acknowledged`,
    `${ledger.repeated} requests asked again`,
    `${lost.length} lost`,
    `${doubled.length} doubled`,
    `${missing.length} not found`,
    `${ledger.faults.length} failed`,
  ].join(', ');
}

function mustBeFlawless({ ledger, missing, lost, doubled }) {
  const faults = [
    ...lost.map(name => `lost: ${name}`),
    ...doubled.map(name => `doubled: ${name}`),
    ...missing.map(name => `not found: ${name}`),
    ...ledger.faults,
  ];
  if (faults.length > 0) {
    throw new Trouble('Not everything held.', {
      details: faults.slice(0, 20).join('\n'),
    });
  }
}

async function main() {
  const { options } = readOptions(process.argv.slice(2), usage, {
    kills: { type: 'string' },
  });
  const kills = Number(options.kills ?? 20);
  if (!(kills >= 1)) throw wrongOption('--kills takes a number');
  if (!(await prepare())) return;
  const folder = mkdtempSync(join(tmpdir(), 'portaldesk-kills-'));
  chmodSync(folder, 0o755);
  stopAtEnd(() => rmSync(folder, { recursive: true, force: true }));
  const installation = await buildPackages();
  const counts = { passed: 0, failed: 0 };
  for (const [kind, name] of Object.entries(databases)) {
    try {
      const result = await during(
        `${kills} kills on ${name}`,
        () => killUnderWriters(kind, kills, { folder, installation }),
        describe,
      );
      mustBeFlawless(result);
      counts.passed += 1;
    } catch (error) {
      complain(error);
      counts.failed += 1;
    }
  }
  say(`\n${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed ? 1 : 0;
}

runScript(main);
