import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mustRun, packAll, readManifest, yarn } from './tools';

/** What a backend needs beside the desk, in versions that the desk names. */
const surroundings = [
  '@backstage/backend-plugin-api',
  '@backstage/backend-test-utils',
  '@backstage/plugin-catalog-node',
  'knex',
  'pg',
];

type Packages = Awaited<ReturnType<typeof packAll>>;

/**
 * Packs the packages of a tree as they are published, and installs those of the
 * backend in a folder of their own, with the dependencies that their package.json
 * files name, in the versions of their tree's lock file.
 *
 * @param folder - in which all of that is done
 * @param options - `log` is what the names of log files begin with
 * @returns the folder in which they are installed
 */
export async function publish(
  folder: string,
  { tree, log }: { tree: string; log: string },
): Promise<string> {
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs, { recursive: true });
  const packages = await packAll(tarballs, { tree, log: `${log}-pack` });
  const installation = join(folder, 'installation');
  await install(installation, packages, { tree, log: `${log}-install` });
  return installation;
}

async function install(
  folder: string,
  packages: Packages,
  { tree, log }: { tree: string; log: string },
): Promise<void> {
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
