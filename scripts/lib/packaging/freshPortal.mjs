import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { mustRun } from '../run.mjs';
import { yarn } from '../toolchain.mjs';
import { readManifest } from './pack.mjs';

const createApp = '@backstage/create-app@0.9.2';

/** For a machine that reaches a package registry and nothing else. */
const yarnSettings = [
  'enableImmutableInstalls: false',
  'enableScripts: false',
  'enableTelemetry: false',
  // or `yarn add` asks a search engine for type packages
  'tsEnableAutoTypes: false',
];

/** Versions that install everywhere; the same ones that this repository uses. */
const borrowedResolutions = [
  '@swc/core',
  '@types/node',
  'better-sqlite3',
  'got',
  'rollup',
  'unrs-resolver',
];

/**
 * The versions of Backstage's packages that are installed here, which are of
 * one release. They stand in for the lock file that Backstage hands out with a
 * release and that a new portal fetches from elsewhere: without either, a
 * portal mixes packages of this release and of the next, and does not start.
 */
function backstageResolutions() {
  const scope = inRoot('node_modules/@backstage');
  return Object.fromEntries(
    readdirSync(scope).map(name => {
      const { version } = readManifest(join(scope, name));
      return [`@backstage/${name}`, version];
    }),
  );
}

/** Has the template's packages of Backstage in just the versions it was made for. */
function pinBackstage(folder) {
  const file = join(folder, 'package.json');
  const pinned = readFileSync(file, 'utf8').replace(
    /("@backstage\/[^"]+": ")\^/g,
    '$1',
  );
  writeFileSync(file, pinned);
}

/** The name of a log file about a portal. */
const logOf = (portal, what) => `${basename(portal)}-${what}`;

/**
 * Makes a portal as Backstage makes it for everybody.
 *
 * @param {string} folder where to
 * @param {import('./pack.mjs').Packed[]} packages what the packages' mutual
 *   dependencies are resolved to, since they come from no registry
 * @returns {Promise<string>} the portal's folder
 */
export async function makePortal(folder, packages) {
  const portal = await createPortal(join(folder, 'portal'), packages, []);
  await mustRun(yarn('install'), {
    cwd: portal,
    log: logOf(portal, 'install'),
  });
  return portal;
}

/**
 * Makes a portal with the classic frontend system. Its dependencies come with
 * the packages that are installed next.
 *
 * @param {string} folder where to
 * @param {import('./pack.mjs').Packed[]} packages
 * @param {string} other a portal of the new system with the packages; since the
 *   two have nearly all in common, the versions that were found for it hold
 * @returns {Promise<string>} the portal's folder
 */
export async function makeClassicPortal(folder, packages, other) {
  const portal = await createPortal(join(folder, 'classic'), packages, [
    '--legacy',
  ]);
  cpSync(join(other, 'yarn.lock'), join(portal, 'yarn.lock'));
  return portal;
}

async function createPortal(portal, packages, options) {
  await mustRun(
    ['npx', '--yes', createApp, '--skip-install', '--path', portal, ...options],
    { log: logOf(portal, 'make'), input: 'portal\n' },
  );
  const settings = yarnSettings.map(line => `${line}\n`).join('');
  appendFileSync(join(portal, '.yarnrc.yml'), `\n${settings}`);
  for (const workspace of ['.', 'packages/app', 'packages/backend']) {
    pinBackstage(join(portal, workspace));
  }
  const manifest = readManifest(portal);
  const ours = readManifest(inRoot()).resolutions;
  manifest.resolutions = {
    ...manifest.resolutions,
    ...backstageResolutions(),
    ...Object.fromEntries(borrowedResolutions.map(name => [name, ours[name]])),
    ...Object.fromEntries(
      packages.map(({ name, tarball }) => [name, `file:${tarball}`]),
    ),
  };
  writeFileSync(
    join(portal, 'package.json'),
    `${JSON.stringify(manifest, null, 2)}\n`,
  );
  return portal;
}

/**
 * Installs the packages as the README tells; only that they come from tarballs
 * instead of a registry.
 *
 * @param {string} portal
 * @param {import('./pack.mjs').Packed[]} packages
 * @param {ReturnType<typeof import('./readme.mjs').readInstructions>} instructions
 */
export async function installPackages(portal, packages, instructions) {
  for (const [index, command] of instructions.adding.entries()) {
    const [, ...args] = command.trim().split(/\s+/);
    const fromTarballs = args.map(arg => {
      const packed = packages.find(({ name }) => name === arg);
      return packed ? `${arg}@file:${packed.tarball}` : arg;
    });
    await mustRun(yarn(...fromTarballs), {
      cwd: portal,
      log: logOf(portal, `add-${index + 1}`),
    });
  }
  addToBackend(portal, instructions.backendLines);
}

function addToBackend(portal, lines) {
  const file = join(portal, 'packages/backend/src/index.ts');
  const code = readFileSync(file, 'utf8');
  const start = 'backend.start();';
  writeFileSync(file, code.replace(start, `${lines.join('\n')}\n\n${start}`));
}

/** Checks the types of a portal. */
export async function checkTypes(portal) {
  await mustRun(yarn('tsc'), { cwd: portal, log: logOf(portal, 'types') });
}

/**
 * Adds the README's examples to a portal's app as files of their own, which
 * nothing imports.
 *
 * @param {string} portal
 * @param {string[]} snippets
 */
export function addExamples(portal, snippets) {
  const folder = join(portal, 'packages/app/src/readme');
  mkdirSync(folder);
  snippets.forEach((snippet, index) => {
    // what an example leaves to the rest of its file counts as used
    const names = [...snippet.matchAll(/^const (\w+)/gm)].map(
      ([, name]) => name,
    );
    writeFileSync(
      join(folder, `Snippet${index + 1}.tsx`),
      `${snippet}\nexport { ${names.join(', ')} };\n`,
    );
  });
}
