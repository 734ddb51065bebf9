import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../run.mjs';
import { yarn } from '../toolchain.mjs';
import { readManifest } from './pack.mjs';

/** What a backend needs beside the desk, in versions that the desk names. */
const surroundings = [
  '@backstage/backend-plugin-api',
  '@backstage/backend-test-utils',
  '@backstage/plugin-catalog-node',
  'knex',
  'pg',
];

/**
 * Installs the backend's packages from their tarballs in a folder of their own,
 * with the dependencies that their package.json files name, in the versions of
 * their tree's lock file.
 *
 * @param {string} folder is made
 * @param {import('./pack.mjs').Packed[]} packages
 * @param {{ tree: string, log: string }} options `tree` is where the packages
 *   were made; `log` names the log file
 */
export async function install(folder, packages, { tree, log }) {
  mkdirSync(folder, { recursive: true });
  const fromTarballs = Object.fromEntries(
    packages.map(({ name, tarball }) => [name, `file:${tarball}`]),
  );
  const { packageManager, resolutions } = readManifest(tree);
  const { dependencies, devDependencies } = readManifest(
    join(tree, 'plugins/tickets-backend'),
  );
  const versions = { ...devDependencies, ...dependencies };
  const manifest = {
    name: 'installation',
    private: true,
    packageManager,
    dependencies: {
      ...Object.fromEntries(surroundings.map(name => [name, versions[name]])),
      ...Object.fromEntries(
        [
          '@portaldesk/plugin-tickets-backend',
          '@portaldesk/plugin-tickets-node',
        ].map(name => [name, fromTarballs[name]]),
      ),
    },
    resolutions: { ...resolutions, ...fromTarballs },
  };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify(manifest, null, 2),
  );
  for (const file of ['.yarnrc.yml', 'yarn.lock']) {
    copyFileSync(join(tree, file), join(folder, file));
  }
  // the lock file knows neither the tarballs nor this package
  appendFileSync(
    join(folder, '.yarnrc.yml'),
    '\nenableImmutableInstalls: false\n',
  );
  await mustRun(yarn('install'), { cwd: folder, log });
}
