/** Checks and tests everything: `npm test`. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, stopAtEnd } from './lib/ending.mjs';
import { buildFrontend } from './lib/frontend.mjs';
import { readOptions } from './lib/options.mjs';
import { head } from './lib/run.mjs';
import { during, say, Trouble } from './lib/say.mjs';
import { checks } from './lib/testing/checks.mjs';
import { checkChunks } from './lib/testing/chunks.mjs';
import { getChromium } from './lib/testing/chromium.mjs';
import { runEndToEndTests } from './lib/testing/endToEnd.mjs';
import { closingLine, failedWith, sum } from './lib/testing/results.mjs';
import { runUnitTests } from './lib/testing/unitTests.mjs';
import { prepare } from './lib/toolchain.mjs';

const usage = `Checks and tests all of Portaldesk.

Usage: npm test -- [options] [test files]

  --checks   only types, lint, formatting, API reports and the like
  --unit     only the unit and integration tests, on SQLite and PostgreSQL
  --e2e      only the end-to-end tests in Chromium, on SQLite and PostgreSQL
  --help     show this

Without an option everything is run. Test files can be named with --unit or
--e2e. What the steps print is kept in data/logs.`;

/**
 * The steps of a run. `before` says for itself what it does, and `work` gets what
 * comes of it.
 *
 * @typedef {import('./lib/testing/results.mjs').Result} Result
 * @typedef {{ title: string, before?: () => Promise<any>, work: (name: string, prepared?: any) => Promise<Result> }} Step
 *
 * @returns {Step[]}
 */
function stepsFor(options, files, folder) {
  const everything = !options.checks && !options.unit && !options.e2e;
  /** @type {Record<string, Step[]>} */
  const steps = {
    checks,
    unit: [
      {
        title: 'Unit and integration tests',
        work: name => runUnitTests({ name, folder, files }),
      },
    ],
    e2e: [
      {
        title: 'Sizes of the chunks',
        before: buildFrontend,
        work: checkChunks,
      },
      {
        title: 'End-to-end tests',
        before: async () => {
          await buildFrontend();
          return getChromium();
        },
        work: (name, chromium) =>
          runEndToEndTests({ name, folder, files, chromium }),
      },
    ],
  };
  return Object.entries(steps).flatMap(([part, itsSteps]) =>
    everything || options[part] ? itsSteps : [],
  );
}

/**
 * A step that breaks is a failure, and the others still have their say.
 *
 * @param {Step} step
 */
async function runStep({ title, before, work }) {
  let result;
  try {
    const prepared = await before?.();
    result = await during(title, () => work(title, prepared), describe);
  } catch (error) {
    result = failedWith(title, explain(error));
  }
  for (const { name, message } of result.failures) {
    say(`\n  ✗ ${name}\n${head(message).replace(/^/gm, '    ')}\n`);
  }
  return result;
}

function describe(result) {
  const { passed, failed, skipped } = result;
  if (passed + failed + skipped > 1) return closingLine(result);
  return failed ? 'failed' : 'passed';
}

function explain(error) {
  if (!(error instanceof Trouble)) return error.stack ?? String(error);
  return [error.details, error.message].filter(Boolean).join('\n');
}

async function main() {
  const { options, rest } = readOptions(
    process.argv.slice(2),
    usage,
    {
      checks: { type: 'boolean' },
      unit: { type: 'boolean' },
      e2e: { type: 'boolean' },
    },
    { allowPositionals: true },
  );
  if (!(await prepare())) return;
  const folder = mkdtempSync(join(tmpdir(), 'portaldesk-test-'));
  chmodSync(folder, 0o755);
  stopAtEnd(() => rmSync(folder, { recursive: true, force: true }));

  const results = [];
  for (const step of stepsFor(options, rest, folder)) {
    results.push(await runStep(step));
  }
  const all = sum(results);
  say(`\n${closingLine(all)}`);
  process.exitCode = all.failed ? 1 : 0;
}

runScript(main);
