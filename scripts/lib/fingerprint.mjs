import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { codeOf } from './say.mjs';

const notSources = [
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'e2e-tests',
];

/**
 * What changes when any of these files or folders does.
 *
 * @param {string[]} sources paths below the repository's folder
 */
export function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (!existsSync(inRoot(path))) return;
  const entries = folderEntries(path);
  if (!entries) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(inRoot(path)));
    return;
  }
  for (const name of entries) {
    if (!notSources.includes(name)) addTo(hash, join(path, name));
  }
}

function folderEntries(path) {
  try {
    return readdirSync(inRoot(path)).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
