import { mkdirSync } from 'node:fs';
import { Trouble, inRoot, mustRun, runQuietly, yarn } from './tools';

const git = (...args: string[]) => ['git', '-C', inRoot(), ...args];

/** There is no version before to be had here: neither good nor bad. */
export class NoHistory extends Trouble {}

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
export async function earlierVersion(): Promise<string> {
  await completeHistory();
  const released = await runQuietly(
    git('describe', '--tags', '--abbrev=0', '--match=v[0-9]*', 'HEAD^'),
    { log: 'earlier-version' },
  );
  if (released.code === 0) {
    return released.output.trim();
  }
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
async function completeHistory(): Promise<void> {
  const { code, output } = await runQuietly(
    git('rev-parse', '--is-shallow-repository'),
    { log: 'earlier-history' },
  ).catch(error => ({ code: 1, output: String(error) }));
  if (code !== 0) {
    throw new NoHistory(
      'The version before is in the history of a clone, and git does not give it here.',
      { details: output },
    );
  }
  if (output.trim() !== 'true') {
    return;
  }
  const fetched = await runQuietly(
    git('fetch', '--unshallow', '--tags', 'origin'),
    {
      log: 'earlier-fetch',
      minutes: 10,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    },
  );
  if (fetched.code !== 0) {
    throw new NoHistory(
      'This clone is shallow, and its origin does not give the rest: clone the whole history, or name a revision that is there with --from.',
    );
  }
}

/**
 * The repository as it was at a revision, with the dependencies that it had.
 *
 * @param tree - the folder in which it is put
 */
export async function makeTree(tree: string, revision: string): Promise<void> {
  const archive = `${tree}.tar`;
  mkdirSync(tree, { recursive: true });
  await mustRun(git('archive', `--output=${archive}`, revision), {
    log: 'earlier-archive',
    explain: () => `There is no revision ${revision} in this clone.`,
  });
  await mustRun(['tar', '-xf', archive, '-C', tree], { log: 'earlier-unpack' });
  await mustRun(yarn('install', '--immutable'), {
    cwd: tree,
    log: 'earlier-install',
  });
}
