import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { mustRun, runQuietly } from '../run.mjs';
import { Trouble } from '../say.mjs';

const git = (...args) => ['git', '-C', inRoot(), ...args];

/** The first revision with this starts on the schema of a later one. */
const wayBack = [
  '-SdisableMigrationsListValidation',
  '--',
  'plugins/tickets-backend/src/store/migrations.ts',
];

/**
 * The version that an update starts from: the last release before this one, or
 * before the first, the first revision that can be gone back to.
 */
export async function earlierVersion() {
  await completeHistory();
  const released = await runQuietly(
    git('describe', '--tags', '--abbrev=0', '--match=v[0-9]*', 'HEAD^'),
    { log: 'earlier-version' },
  );
  if (released.code === 0) return released.output.trim();
  const { output } = await mustRun(
    git('log', '--reverse', '--format=%H', ...wayBack),
    { log: 'earlier-version' },
  );
  const [first] = output.trim().split('\n');
  if (!first) {
    throw new Trouble(
      'No earlier version is known that can be gone back to; name one with --from.',
    );
  }
  return first;
}

/** A shallow clone does not have what came before. */
async function completeHistory() {
  const { output } = await mustRun(
    git('rev-parse', '--is-shallow-repository'),
    { log: 'earlier-history' },
  );
  if (output.trim() === 'true') {
    await mustRun(git('fetch', '--unshallow', '--tags', 'origin'), {
      log: 'earlier-fetch',
      minutes: 10,
      explain: () =>
        'This clone is shallow, and its origin does not give the rest: clone the whole history, or name a revision that is there with --from.',
    });
  }
}

/**
 * The source of the packages as they were at a revision, with the dependencies
 * that are installed now.
 *
 * @param {string} folder in which they are put
 * @param {string} revision
 * @returns {Promise<string>} the folder of that tree
 */
export async function makeTree(folder, revision) {
  const tree = join(folder, 'earlier');
  const archive = join(folder, 'earlier.tar');
  mkdirSync(tree, { recursive: true });
  await mustRun(
    git('archive', `--output=${archive}`, revision, 'plugins', 'package.json'),
    {
      log: 'earlier-archive',
      explain: () => `There is no revision ${revision} in this clone.`,
    },
  );
  await mustRun(['tar', '-xf', archive, '-C', tree], { log: 'earlier-unpack' });
  symlinkSync(inRoot('node_modules'), join(tree, 'node_modules'), 'dir');
  return tree;
}
