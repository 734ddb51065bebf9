import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { end } from './children.mjs';
import { stopAtEnd } from './ending.mjs';
import { inRoot } from './paths.mjs';
import { mustRun } from './run.mjs';
import { during } from './say.mjs';

const supportedNodes = ['22', '24'];
const toolchain = inRoot('toolchain');
const toolchainBin = join(toolchain, 'node_modules', '.bin');
const yarnScript = join(
  toolchain,
  'node_modules/@yarnpkg/cli-dist/bin/yarn.js',
);

const nodeIsSupported = () =>
  supportedNodes.includes(process.versions.node.split('.')[0]);

/** The command that runs Yarn on this very Node. */
export const yarn = (...args) => [process.execPath, yarnScript, ...args];

/** The command that runs a program of an installed package. */
export const tool = (name, ...args) => [
  process.execPath,
  inRoot('node_modules', '.bin', name),
  ...args,
];

/**
 * Makes sure that everything the repository needs is there: Node and Yarn in
 * `toolchain/`, the dependencies in `node_modules/`.
 *
 * @returns {Promise<boolean>} false if the caller has nothing left to do,
 *   because the script ran under the Node of the toolchain instead
 */
export async function prepare() {
  await getToolchain();
  if (!nodeIsSupported()) {
    await runAgainInToolchain();
    return false;
  }
  const path = [dirname(process.execPath), toolchainBin, process.env.PATH];
  process.env.PATH = path.join(delimiter);
  await getDependencies();
  return true;
}

async function getToolchain() {
  const stamp = join(toolchain, 'node_modules', '.portaldesk');
  const wanted = fingerprint([join(toolchain, 'package-lock.json')]);
  if (stampSays(stamp, wanted) && existsSync(yarnScript)) return;
  await during('Getting Node 24 and Yarn', () =>
    mustRun(['npm', 'ci', '--no-audit', '--no-fund', '--fetch-retries=1'], {
      cwd: toolchain,
      log: 'toolchain',
      explain: explainConnection,
    }),
  );
  writeFileSync(stamp, wanted);
}

async function getDependencies() {
  const stamp = inRoot('node_modules', '.portaldesk');
  const wanted = fingerprint([
    inRoot('yarn.lock'),
    inRoot('.yarnrc.yml'),
    inRoot('package.json'),
    ...workspaceManifests(),
  ]);
  if (stampSays(stamp, wanted)) return;
  await during('Getting the dependencies', () =>
    mustRun(yarn('install', '--immutable'), {
      log: 'dependencies',
      explain: output =>
        explainConnection(output) ??
        (output.includes('YN0028')
          ? 'yarn.lock does not fit the package.json files: run `yarn install` and commit yarn.lock.'
          : undefined),
    }),
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Runs this script once more under the Node of the toolchain. The IPC channel
 * is a leash: when this process dies, the other one sees it and ends as well.
 */
async function runAgainInToolchain() {
  const child = spawn(
    join(toolchainBin, 'node'),
    [...process.execArgv, ...process.argv.slice(1)],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  stopAtEnd(() => end(child, 'SIGTERM', 90_000));
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 128 : code));
  });
}

function workspaceManifests() {
  return ['packages', 'plugins'].flatMap(folder =>
    readdirSync(inRoot(folder))
      .sort()
      .map(name => inRoot(folder, name, 'package.json'))
      .filter(existsSync),
  );
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

const stampSays = (file, wanted) =>
  existsSync(file) && readFileSync(file, 'utf8') === wanted;

function explainConnection(output) {
  const noConnection =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|Network request/;
  return noConnection.test(output)
    ? 'The npm registry cannot be reached: connect this machine to the network, or set `registry` in ~/.npmrc and `npmRegistryServer` in ~/.yarnrc.yml to the one you use, and run the command again.'
    : undefined;
}
