import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { root } from '../paths.mjs';
import { readManifest } from './pack.mjs';
import { releases } from './releases.mjs';

/**
 * Looks for what is wrong with a packed package.
 *
 * @param {import('./pack.mjs').Packed} packed
 * @returns {string[]} one line for each fault
 */
export function findFaults({ source, content }) {
  const manifest = readManifest(content);
  const files = listFiles(content);
  const faults = [];
  const expect = (holds, fault) => holds || faults.push(fault);

  expect(manifest.license === 'Apache-2.0', 'its license is not Apache-2.0');
  for (const file of ['LICENSE', 'README.md']) {
    expect(files.includes(file), `${file} is missing`);
  }
  for (const file of entryFiles(manifest)) {
    expect(existsSync(join(content, file)), `${file} is missing`);
  }
  const { configSchema } = manifest;
  if (configSchema) {
    expect(files.includes(configSchema), `${configSchema} is missing`);
  }
  if (existsSync(join(source, 'migrations'))) {
    for (const name of readdirSync(join(source, 'migrations'))) {
      const file = `migrations/${name}`;
      expect(files.includes(file), `${file} is missing`);
    }
  }
  expect(
    !JSON.stringify(manifest).includes('workspace:'),
    'package.json refers to the workspace',
  );
  for (const file of files) {
    expect(!/(^|\/)src\/|\.test\./.test(file), `${file} is a source`);
    expect(
      !readFileSync(join(content, file), 'utf8').includes(root),
      `${file} names a folder of this machine`,
    );
  }
  return [...faults, ...secondCopies(manifest)];
}

/**
 * Packages of Backstage that a portal of a supported release would get twice:
 * in its own version, and in another one that ours ask for.
 */
function secondCopies({ dependencies = {} }) {
  return releases.flatMap(({ version: release, packages }) =>
    Object.entries(dependencies)
      .filter(([name]) => packages[name])
      .filter(([name, range]) => !semver.satisfies(packages[name], range))
      .map(
        ([name, range]) =>
          `${name} ${range} leaves out ${packages[name]}, which Backstage ${release} has`,
      ),
  );
}

/** All files that package.json leads an importer to. */
function entryFiles({ main, types, exports }) {
  const leaves = value =>
    typeof value === 'string'
      ? [value]
      : Object.entries(value)
          .filter(([condition]) => condition !== 'backstage')
          .flatMap(([, inner]) => leaves(inner));
  return [...new Set([main, types, ...leaves(exports ?? {})].filter(Boolean))];
}

const listFiles = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1));
