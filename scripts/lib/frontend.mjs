import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fingerprintOf } from './fingerprint.mjs';
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

/** Builds the frontend if its sources have changed since it was last built. */
export async function buildFrontend() {
  const stamp = inRoot('packages/app/dist/.portaldesk');
  const wanted = fingerprintOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await during('Building the frontend', () =>
    mustRun(yarn('workspace', 'app', 'build'), { log: 'frontend' }),
  );
  writeFileSync(stamp, wanted);
}
