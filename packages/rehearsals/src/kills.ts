/**
 * Kills backends under writers: `npm run check:kills`. What was acknowledged has
 * to be there once, whenever that happens.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Backend } from './Backend';
import { Ledger } from './Ledger';
import { letPeopleWrite } from './Writer';
import { type DatabaseKind, startSharedDatabase } from './sharedDatabase';
import {
  Trouble,
  buildPackages,
  complain,
  during,
  readOptions,
  say,
  stopAtEnd,
  wrongOption,
} from './tools';
import { type Findings, lostAndDoubled, notFound } from './verify';

const usage = `Kills backends while people write.

Usage: npm run check:kills -- [options]

  --kills N  how many are killed on each database (default: 20)
  --help     show this

On PostgreSQL one of two backends is killed at a time, on SQLite the only one,
each at a random moment, while people file, reply, write notes, set statuses and
search; then it starts again. After each start and at the end, nothing that was
acknowledged may be lost or there twice. What the backends print is kept in
data/logs.`;

/** Milliseconds of work before a kill. */
const moment = () => 200 + Math.random() * 2_000;

const databases: [kind: DatabaseKind, name: string][] = [
  ['postgres', 'PostgreSQL'],
  ['sqlite', 'SQLite'],
];

interface Outcome extends Findings {
  readonly ledger: Ledger;
  readonly missing: readonly string[];
}

async function killUnderWriters(
  kind: DatabaseKind,
  kills: number,
  { folder, installation }: { folder: string; installation: string },
): Promise<Outcome> {
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
  const lost = new Set<string>();
  const doubled = new Set<string>();
  const look = async (written: Ledger) => {
    const found = await lostAndDoubled(knex, written);
    found.lost.forEach(name => lost.add(name));
    found.doubled.forEach(name => doubled.add(name));
  };
  let over = false;
  const writing = letPeopleWrite(anyBackend, ledger, () => over);
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(moment());
    const index = kill % backends.length;
    await backends[index].kill();
    backends[index] = await start();
    await look(ledger.snapshot());
  }
  await sleep(moment());
  over = true;
  await writing;
  await look(ledger);
  const missing = await notFound(anyBackend(), ledger);
  await Promise.all(backends.map(backend => backend.kill()));
  return { ledger, missing, lost: [...lost], doubled: [...doubled] };
}

function describe({ ledger, missing, lost, doubled }: Outcome): string {
  return [
    `${ledger.writes} writes acknowledged`,
    `${ledger.repeated} requests asked again`,
    `${lost.length} lost`,
    `${doubled.length} doubled`,
    `${missing.length} not found`,
    `${ledger.faults.length} failed`,
  ].join(', ');
}

function mustBeFlawless({ ledger, missing, lost, doubled }: Outcome): void {
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

export default async function main(): Promise<void> {
  const { options } = readOptions(process.argv.slice(2), usage, {
    kills: { type: 'string' },
  });
  const kills = Number(options.kills ?? 20);
  if (!(kills >= 1)) {
    throw wrongOption('--kills takes a number');
  }
  const folder = mkdtempSync(join(tmpdir(), 'portaldesk-kills-'));
  chmodSync(folder, 0o755);
  stopAtEnd(() => rmSync(folder, { recursive: true, force: true }));
  const installation = await buildPackages();
  const counts = { passed: 0, failed: 0 };
  for (const [kind, name] of databases) {
    try {
      const outcome = await during(
        `${kills} kills on ${name}`,
        () => killUnderWriters(kind, kills, { folder, installation }),
        describe,
      );
      mustBeFlawless(outcome);
      counts.passed += 1;
    } catch (error) {
      complain(error);
      counts.failed += 1;
    }
  }
  say(`\n${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed ? 1 : 0;
}
