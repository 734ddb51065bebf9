import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { mustRun } from './run.mjs';
import { during } from './say.mjs';
import { yarn } from './toolchain.mjs';

const sources = [
  'packages/app',
  'plugins/tickets',
  'plugins/tickets-common',
  'yarn.lock',
  'app-config.yaml',
];
const notSources = [
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'e2e-tests',
];

/** Builds the frontend if its sources have changed since it was last built. */
export async function buildFrontend() {
  const stamp = inRoot('packages/app/dist/.portaldesk');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await during('Building the frontend', () =>
    mustRun(yarn('workspace', 'app', 'build'), { log: 'frontend' }),
  );
  writeFileSync(stamp, wanted);
}

function fingerprint() {
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
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
