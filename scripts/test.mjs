/** Checks and tests: `npm test` what is quick, `npm run test:slow` the rest. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, stopAtEnd } from './lib/ending.mjs';
import { buildFrontend } from './lib/frontend.mjs';
import { readOptions } from './lib/options.mjs';
import { say } from './lib/say.mjs';
import { checks } from './lib/testing/checks.mjs';
import { checkChunks } from './lib/testing/chunks.mjs';
import { getChromium } from './lib/testing/chromium.mjs';
import { runEndToEndTests } from './lib/testing/endToEnd.mjs';
import { lanes } from './lib/testing/lanes.mjs';
import { closingLine, sum } from './lib/testing/results.mjs';
import { runBeside, runStep } from './lib/testing/steps.mjs';
import { runUnitTests } from './lib/testing/unitTests.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Checks and tests Portaldesk.

Usage: npm test -- [options] [test files]
       npm run test:slow -- [options]

  --checks   only types, lint, formatting, API reports and the like
  --unit     only the unit and integration tests, on SQLite and PostgreSQL
  --e2e      only the end-to-end tests in Chromium
  --help     show this

npm test runs the checks, the tests that are quick, and the end-to-end tests on
SQLite. npm run test:slow runs the other tests, properties on all their cases,
and the end-to-end tests on PostgreSQL. Test files can be named with --unit or
--e2e: they are run whatever they are called, and on both databases. What the
steps print is kept in data/logs.`;

/**
 * The steps of a run, those of the checks aside.
 *
 * @param {{ checks?: boolean, unit?: boolean, e2e?: boolean, slow?: boolean }} options
 * @param {string[]} files
 * @param {string} folder
 * @returns {import('./lib/testing/steps.mjs').Step[]}
 */
function stepsFor(options, files, folder) {
  const lane = files.length
    ? lanes.named
    : lanes[options.slow ? 'slow' : 'quick'];
  /** @type {Record<string, import('./lib/testing/steps.mjs').Step[]>} */
  const steps = {
    unit: [
      {
        title: 'Unit and integration tests',
        work: name => runUnitTests({ name, folder, lane, files }),
      },
    ],
    e2e: [
      ...(options.slow ? [] : [chunks]),
      {
        title: 'End-to-end tests',
        before: async () => {
          await buildFrontend();
          return getChromium();
        },
        work: (name, chromium) =>
          runEndToEndTests({ name, folder, lane, files, chromium }),
      },
    ],
  };
  return Object.entries(steps).flatMap(([part, itsSteps]) =>
    isWanted(options, part) ? itsSteps : [],
  );
}

const isWanted = (options, part) =>
  options[part] || !(options.checks || options.unit || options.e2e);

/** @type {import('./lib/testing/steps.mjs').Step} */
const chunks = {
  title: 'Sizes of the chunks',
  before: buildFrontend,
  work: checkChunks,
};

async function main() {
  const { options, rest } = readOptions(
    process.argv.slice(2),
    usage,
    {
      checks: { type: 'boolean' },
      unit: { type: 'boolean' },
      e2e: { type: 'boolean' },
      slow: { type: 'boolean' },
    },
    { allowPositionals: true },
  );
  if (!(await prepare())) return;
  const folder = mkdtempSync(join(tmpdir(), 'portaldesk-test-'));
  chmodSync(folder, 0o755);
  stopAtEnd(() => rmSync(folder, { recursive: true, force: true }));

  const results = [];
  if (isWanted(options, 'checks') && !options.slow) {
    say('Checking types, lint, formatting and the like');
    results.push(...(await runBeside(checks)));
  }
  for (const step of stepsFor(options, rest, folder)) {
    results.push(await runStep(step));
  }
  const all = sum(results);
  say(`\n${closingLine(all)}`);
  process.exitCode = all.failed ? 1 : 0;
}

runScript(main);
