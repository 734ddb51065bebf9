/**
 * Rehearses an update and the way back: `npm run check:update`. Backends with the
 * packages of two versions, as they are published, work side by side on one
 * PostgreSQL while people write.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Backend } from './Backend';
import { Ledger } from './Ledger';
import { letPeopleWrite } from './Writer';
import { NoHistory, earlierVersion, makeTree } from './earlierTree';
import { publish } from './installation';
import { startSharedDatabase } from './sharedDatabase';
import {
  Trouble,
  complain,
  during,
  readOptions,
  root,
  say,
  stopAtEnd,
  wrongOption,
} from './tools';
import { lostAndDoubled, notFound } from './verify';

const usage = `Rehearses an update of the backend and the way back.

Usage: npm run check:update -- [options]

  --from REVISION  the version before (default: the last release, or what
                   comes before the first)
  --seconds N      how long each stage lasts (default: 10)
  --help           show this

Packs the packages of both versions as they are published, and installs those of
each in a folder of its own with the dependencies that it had. Then backends of
both work side by side on one PostgreSQL while people file, reply, write notes,
set statuses and search: first the version before alone, then both, the new one
alone, both again, the version before alone, and the new one. Nothing that was
acknowledged may be lost, nothing may be there twice, everything is found, and no
request fails. What the backends and the other steps print is kept in data/logs.`;

let passed = 0;

async function step<T>(
  title: string,
  work: () => Promise<T>,
  describe?: (result: T) => string,
): Promise<T> {
  const result = await during(title, work, describe);
  passed += 1;
  return result;
}

function mustBeNone(what: string, found: readonly string[]): void {
  if (found.length > 0) {
    throw new Trouble(`${found.length} ${what}:`, {
      details: found.slice(0, 20).join('\n'),
    });
  }
}

/** Lets both end even if one fails, since packing changes files of a tree. */
async function publishBoth(folder: string, tree: string): Promise<string[]> {
  const results = await Promise.allSettled([
    publish(join(folder, 'old'), { tree, log: 'update-old' }),
    publish(join(folder, 'new'), { tree: root, log: 'update-new' }),
  ]);
  return results.map(result => {
    if (result.status === 'rejected') {
      throw result.reason;
    }
    return result.value;
  });
}

async function rehearse({
  folder,
  from,
  seconds,
}: {
  folder: string;
  from: string;
  seconds: number;
}): Promise<void> {
  const tree = join(folder, 'tree');
  await step(`Getting ${from} with its dependencies`, () =>
    makeTree(tree, from),
  );
  const [oldOne, newOne] = await step(
    'Packing both versions and installing their packages',
    () => publishBoth(folder, tree),
  );
  const database = await step('Starting PostgreSQL', () =>
    startSharedDatabase('postgres', folder),
  );
  const { connection, knex } = database;
  const running = new Map<string, Backend>();
  const starter = (name: string, installation: string) => async () => {
    const log = `update-${name}`;
    running.set(name, await Backend.start(connection, { installation, log }));
  };
  const startOld = starter('old', oldOne);
  const startNew = starter('new', newOne);
  const stop = async (name: string) => {
    const backend = running.get(name);
    running.delete(name);
    await backend?.kill();
  };
  const anyBackend = () => {
    const all = [...running.values()];
    return all[Math.floor(Math.random() * all.length)];
  };

  const ledger = new Ledger();
  let over = false;
  await step('Starting the version before', startOld);
  const writing = letPeopleWrite(anyBackend, ledger, () => over);
  const stage = (title: string, change: () => Promise<void>) =>
    step(
      title,
      async () => {
        const before = ledger.writes;
        await change();
        await sleep(seconds * 1_000);
        mustBeNone('requests failed', ledger.faults);
        return ledger.writes - before;
      },
      writes => `${writes} writes`,
    );
  await stage('Writing to the version before', async () => {});
  await stage('Starting the new version beside it', startNew);
  await stage('Stopping the version before', () => stop('old'));
  await stage('Going back: starting the version before', startOld);
  await stage('Stopping the new version', () => stop('new'));
  await stage('Updating once more', async () => {
    await startNew();
    await stop('old');
  });
  over = true;
  await writing;
  mustBeNone('requests failed', ledger.faults);
  await step('Looking for what was lost or doubled', async () => {
    const { lost, doubled } = await lostAndDoubled(knex, ledger);
    mustBeNone('things are lost', lost);
    mustBeNone('things are there twice', doubled);
  });
  await step('Searching for everything', async () =>
    mustBeNone('words are not found', await notFound(anyBackend(), ledger)),
  );
  say(
    `\n${ledger.tickets.size} tickets, ${ledger.messages.size} messages, ${ledger.changes} changes of status and ${ledger.searches} searches; ${ledger.repeated} requests were asked again.`,
  );
}

export default async function main(): Promise<void> {
  const { options } = readOptions(process.argv.slice(2), usage, {
    from: { type: 'string' },
    seconds: { type: 'string' },
  });
  const seconds = Number(options.seconds ?? 10);
  if (!(seconds > 0)) {
    throw wrongOption('--seconds takes a number');
  }
  const folder = mkdtempSync(join(tmpdir(), 'portaldesk-update-'));
  chmodSync(folder, 0o755);
  stopAtEnd(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const from = options.from ?? (await earlierVersion());
    await rehearse({ folder, from, seconds });
    say(`\n${passed} passed, 0 failed`);
  } catch (error) {
    complain(error);
    const isSkipped = error instanceof NoHistory;
    say(
      `\n${passed} passed, ${isSkipped ? '0 failed, 1 skipped' : '1 failed'}`,
    );
    process.exitCode = isSkipped ? 0 : 1;
  }
}
