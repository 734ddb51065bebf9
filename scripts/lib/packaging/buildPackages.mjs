import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../fingerprint.mjs';
import { inRoot } from '../paths.mjs';
import { mustRun } from '../run.mjs';
import { during } from '../say.mjs';
import { tool } from '../toolchain.mjs';

const packages = [
  'tickets-common',
  'tickets-node',
  'tickets-backend',
  'tickets-backend-module-email',
];

/** Below the repository, where its dependencies are found. */
const folder = inRoot('temp', 'bench');

/**
 * Builds the backend's packages as they are published, if their sources have
 * changed since.
 *
 * @returns {Promise<string>} a folder in which `@portaldesk` packages resolve
 *   to the built ones
 */
export async function buildPackages() {
  const stamp = join(folder, '.portaldesk');
  const wanted = fingerprintOf([
    ...packages.map(name => `plugins/${name}`),
    'yarn.lock',
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return folder;
  }
  rmSync(folder, { recursive: true, force: true });
  await during('Building the packages', async () => {
    await mustRun(tool('tsc'), { log: 'bench-types' });
    for (const name of packages) await build(name);
  });
  writeFileSync(stamp, wanted);
  return folder;
}

/** @param {string} name of the plugin's folder */
async function build(name) {
  const source = inRoot('plugins', name);
  await mustRun(tool('backstage-cli', 'package', 'build'), {
    cwd: source,
    log: `bench-build-${name}`,
  });
  const target = join(folder, 'node_modules/@portaldesk', `plugin-${name}`);
  mkdirSync(target, { recursive: true });
  const manifest = JSON.parse(
    readFileSync(join(source, 'package.json'), 'utf8'),
  );
  for (const part of manifest.files) {
    cpSync(join(source, part), join(target, part), { recursive: true });
  }
  const main = './dist/index.cjs.js';
  writeFileSync(
    join(target, 'package.json'),
    JSON.stringify({
      ...manifest,
      main,
      exports: { '.': main, './package.json': './package.json' },
    }),
  );
}
