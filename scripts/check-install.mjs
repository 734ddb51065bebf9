/**
 * Checks that the packages can be installed: `npm run check:install`. Packs them,
 * makes a fresh portal, installs them there as the README tells, and uses them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from './lib/ending.mjs';
import { readOptions } from './lib/options.mjs';
import {
  addExamples,
  checkTypes,
  installPackages,
  makeClassicPortal,
  makePortal,
} from './lib/packaging/freshPortal.mjs';
import { findFaults } from './lib/packaging/inspect.mjs';
import { packAll } from './lib/packaging/pack.mjs';
import { placeSnippets } from './lib/packaging/placeSnippets.mjs';
import { readInstructions } from './lib/packaging/readme.mjs';
import {
  buildPortalFrontend,
  fileTicket,
  findEverywhere,
  findPage,
  startFreshPortal,
} from './lib/packaging/usePortal.mjs';
import { complain, during, say, Trouble } from './lib/say.mjs';
import { getChromium } from './lib/testing/chromium.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Checks that the packages can be installed in a portal of one's own.

Usage: npm run check:install

Packs all packages, makes a fresh portal, installs them there as README.md
tells, files a ticket and looks at it in a browser. Then it does the same in a
portal with the classic frontend system, with README.md's examples in place. What
the steps print is kept in data/logs.`;

let passed = 0;

async function step(title, work) {
  const result = await during(title, work);
  passed += 1;
  return result;
}

function inspect(packed) {
  const faults = findFaults(packed);
  if (faults.length) {
    throw new Trouble(`Faults of ${packed.name}:\n${faults.join('\n')}`);
  }
}

/** Each step needs the one before it: the first that fails is the last. */
async function check(folder) {
  const instructions = await step('Reading the README', async () =>
    readInstructions(),
  );
  const packages = await step('Packing the packages', () => packAll(folder));
  for (const packed of packages) {
    await step(`Inspecting ${packed.name}`, async () => inspect(packed));
  }
  const portal = await checkPortal(folder, packages, instructions);
  await checkClassicPortal(folder, packages, instructions, portal);
}

async function checkPortal(folder, packages, instructions) {
  const portal = await step('Making a fresh portal', () =>
    makePortal(folder, packages),
  );
  await step('Installing the packages', () =>
    installPackages(portal, packages, instructions),
  );
  await step('Checking its types and those of the examples', () => {
    addExamples(portal, instructions.snippets);
    return checkTypes(portal);
  });
  await step('Building its frontend', () => buildPortalFrontend(portal));
  await use(portal, 'Finding it on the Tickets page', findPage);
  return portal;
}

async function checkClassicPortal(folder, packages, instructions, other) {
  const portal = await step('Making a classic portal', () =>
    makeClassicPortal(folder, packages, other),
  );
  await step('Installing the packages', () =>
    installPackages(portal, packages, instructions),
  );
  await step('Placing the examples of the README', async () =>
    placeSnippets(portal, instructions.classicSnippets),
  );
  await step('Checking its types', () => checkTypes(portal));
  await step('Building its frontend', () => buildPortalFrontend(portal));
  await use(
    portal,
    'Finding it on the Tickets page, a card and a tab',
    findEverywhere,
  );
}

/** Files a ticket in a portal and looks for it in a browser. */
async function use(portal, title, find) {
  const { url, stop } = await step('Starting it', () =>
    startFreshPortal(portal),
  );
  await step('Filing a ticket over HTTP', () => fileTicket(url));
  const chromium = await getChromium();
  await step(title, () => find(url, chromium));
  await stop();
}

async function main() {
  readOptions(process.argv.slice(2), usage, {});
  if (!(await prepare())) return;
  const folder = mkdtempSync(join(tmpdir(), 'portaldesk-install-'));
  try {
    await check(folder);
    rmSync(folder, { recursive: true, force: true });
    say(`\n${passed} passed, 0 failed`);
  } catch (error) {
    complain(error);
    say(`What was made is kept in ${folder}.`);
    say(`\n${passed} passed, 1 failed`);
    process.exitCode = 1;
  }
}

runScript(main);
